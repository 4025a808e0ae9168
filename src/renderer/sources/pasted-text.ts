import { canChangeProject } from '../app/commands/has-project.ts';
import { isInDialog, isTextField } from '../app/commands/text-field.ts';
import { notifyError } from '../app/overlays.ts';
import { takeInFiles } from './import-files.ts';
import { showPasteDialog } from './PasteDialog.tsx';

/** Makes a source of what is pasted outside of text fields. */
export function acceptPastedText(): void {
  // In the capture phase, because the reader refuses every paste into its text.
  window.addEventListener(
    'paste',
    (event) => {
      if (isTextField(event.target) || isInDialog(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (files.length > 0 && text === '') {
        takeInFiles(files).catch(notifyError);
      } else if (text !== '' && canChangeProject()) {
        showPasteDialog({ text, html: html === '' ? null : html });
      } else return;
      event.preventDefault();
    },
    { capture: true },
  );
}
