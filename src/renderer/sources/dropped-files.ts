import { notifyError } from '../app/overlays.ts';
import { createStore } from '../app/store.ts';
import { takeInFiles } from './import-files.ts';

/** Whether files are being dragged over the window. */
export const dragging = createStore<{ readonly files: boolean }>({ files: false });

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Lets files and folders be dropped anywhere on the window. Dragged text is left to whoever takes it. */
export function acceptDroppedFiles(): void {
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    dragging.set({ files: true });
  });
  window.addEventListener('dragleave', (event) => {
    // Only leaving the window has nothing that is entered.
    if (event.relatedTarget === null) dragging.set({ files: false });
  });
  window.addEventListener('drop', (event) => {
    dragging.set({ files: false });
    if (!holdsFiles(event)) return;
    event.preventDefault();
    takeInFiles([...(event.dataTransfer?.files ?? [])]).catch(notifyError);
  });
}
