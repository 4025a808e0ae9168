import { ClipboardPaste, FilePlus2, FolderPlus } from 'lucide-react';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './EmptyProject.module.css';

/** What a project without sources shows: how to begin. */
export function EmptyProject() {
  const shortcuts = {
    files: useShortcut('sources.importFiles'),
    folder: useShortcut('sources.importFolder'),
    paste: useShortcut('sources.paste'),
  };
  if (!canChangeProject()) {
    return <p className={styles.page}>This project holds no sources yet.</p>;
  }
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>Bring in what you want to read</h2>
      <p className={styles.lead}>
        Drop articles anywhere on this window, paste text with Ctrl+V, or choose files. Text, web
        pages, PDF, Word, OpenDocument, RTF and EPUB are read; the original of each is kept with its
        hash.
      </p>
      <div className={styles.ways}>
        <Button
          variant="primary"
          icon={FilePlus2}
          shortcut={shortcuts.files}
          onClick={() => void runCommandById('sources.importFiles')}
        >
          Choose files
        </Button>
        <Button
          icon={FolderPlus}
          shortcut={shortcuts.folder}
          onClick={() => void runCommandById('sources.importFolder')}
        >
          Choose a folder
        </Button>
        <Button
          icon={ClipboardPaste}
          shortcut={shortcuts.paste}
          onClick={() => void runCommandById('sources.paste')}
        >
          Paste text
        </Button>
      </div>
      <ol className={styles.steps}>
        <li>
          <strong>Read and mark.</strong> Select words and press <kbd>h</kbd> for a highlight,{' '}
          <kbd>c</kbd> for a claim, <kbd>t</kbd> for a tag.
        </li>
        <li>
          <strong>Attribute.</strong> Press <kbd>a</kbd> and say who said it, through whom, resting
          on what.
        </li>
        <li>
          <strong>Compare and write.</strong> See a claim’s mentions side by side, cite them in a
          summary, export it with the table.
        </li>
      </ol>
      <p className={styles.lead}>
        New here?{' '}
        <Button small onClick={() => void runCommandById('project.openSample')}>
          Look around in the sample project
        </Button>
      </p>
    </div>
  );
}
