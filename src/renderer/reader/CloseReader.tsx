import { X } from 'lucide-react';
import { useShortcut } from '../app/commands/shortcuts.ts';
import type { ReaderId } from '../app/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { closeReaderAndFocus } from './readers-commands.ts';

/** Closes one of two readers. */
export function CloseReader({ readerId }: { readonly readerId: ReaderId }) {
  return (
    <IconButton
      icon={X}
      label="Close this reader"
      shortcut={useShortcut('reader.close')}
      small
      onClick={() => closeReaderAndFocus(readerId)}
    />
  );
}
