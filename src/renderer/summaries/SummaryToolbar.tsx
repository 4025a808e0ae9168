import {
  Bold,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  Quote,
  TextQuote,
} from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { useStore } from '../app/store.ts';
import type { Format, Formats } from '../editor/formats.ts';
import type { SummaryEditor } from '../editor/summary-editor.ts';
import { Button } from '../ui/Button.tsx';
import type { IconType } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Summary.module.css';

interface FormatButton {
  readonly format: Format;
  readonly label: string;
  readonly icon: IconType;
}

const groups: readonly (readonly FormatButton[])[] = [
  [
    { format: 'heading1', label: 'Heading 1', icon: Heading1 },
    { format: 'heading2', label: 'Heading 2', icon: Heading2 },
    { format: 'heading3', label: 'Heading 3', icon: Heading3 },
  ],
  [
    { format: 'bold', label: 'Bold', icon: Bold },
    { format: 'italic', label: 'Italic', icon: Italic },
  ],
  [
    { format: 'bulletList', label: 'Bullet list', icon: List },
    { format: 'orderedList', label: 'Numbered list', icon: ListOrdered },
    { format: 'blockquote', label: 'Quotation', icon: Quote },
  ],
];

/** How the text at the caret is set, and the way to cite; arrow keys move along it. */
export function SummaryToolbar({ editor }: { readonly editor: SummaryEditor }) {
  const formats = useStore(editor.state, (state) => state.formats);
  const cite = useShortcut('summary.cite');
  if (!canChangeProject()) return null;
  return (
    <Toolbar.Root
      className={styles.toolbar}
      aria-label="Text"
      // The text keeps the focus and its selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group) => (
        <div key={group[0]?.format} className={styles.group}>
          {group.map((button) => (
            <FormatSwitch key={button.format} {...button} pressed={isOn(formats, button.format)} />
          ))}
        </div>
      ))}
      <Toolbar.Button asChild>
        <Button
          small
          variant="quiet"
          icon={TextQuote}
          shortcut={cite}
          onClick={() => void runCommandById('summary.cite')}
        >
          Cite
        </Button>
      </Toolbar.Button>
    </Toolbar.Root>
  );
}

function FormatSwitch({
  format,
  label,
  icon,
  pressed,
}: FormatButton & { readonly pressed: boolean }) {
  const id = `summary.${format}`;
  return (
    <Toolbar.Button asChild>
      <IconButton
        icon={icon}
        label={label}
        shortcut={useShortcut(id)}
        small
        pressed={pressed}
        onClick={() => void runCommandById(id)}
      />
    </Toolbar.Button>
  );
}

function isOn(formats: Formats, format: Format): boolean {
  switch (format) {
    case 'paragraph':
    case 'heading1':
    case 'heading2':
    case 'heading3':
      return formats.block === format;
    case 'bold':
    case 'italic':
    case 'bulletList':
    case 'orderedList':
    case 'blockquote':
      return formats[format];
  }
}
