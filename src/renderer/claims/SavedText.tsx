import type { KeyboardEvent } from 'react';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useDraft } from './use-draft.ts';

interface SavedTextProps {
  /** Which value of which object this is; the component needs a `key` that changes with it. */
  readonly name: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  readonly value: string | null;
  /** Saves the value (null: nothing) and gives it as it was stored. */
  readonly onSave: (value: string | null) => Promise<string | null>;
  /** `one`: a line; `wrapped`: a line that may be long; `many`: free text. */
  readonly lines?: 'one' | 'wrapped' | 'many';
  /** The sentence to say where it must not be empty. */
  readonly required?: string;
  readonly placeholder?: string;
  /** The id of a datalist with usual values. */
  readonly list?: string;
  readonly disabled?: boolean;
  readonly inputRef?: (input: HTMLInputElement | HTMLTextAreaElement | null) => void;
}

/** A field that saves by itself: after half a second of rest, on Enter, on leaving. A failure keeps what was typed. */
export function SavedText({
  name,
  value,
  onSave,
  lines = 'one',
  required,
  inputRef,
  list,
  ...rest
}: SavedTextProps) {
  const [state, draft] = useDraft<string>(name, value ?? '', {
    same: (a, b) => (lines === 'many' ? a === b : tidyLine(a) === tidyLine(b)),
    missing: (text) => (required !== undefined && text.trim() === '' ? required : null),
    save: async (text) => {
      const tidied = lines === 'many' ? text : tidyLine(text);
      return (await onSave(tidied.trim() === '' ? null : tidied)) ?? '';
    },
    rebase: (current) => current,
  });
  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (lines === 'many' && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void draft.commit();
  }
  const common = {
    ...rest,
    value: state.value,
    error: state.problem === null ? null : `Not saved: ${state.problem}`,
    onText: draft.change,
    onFocus: draft.focus,
    onBlur: () => void draft.blur(),
    onKeyDown: keyDown,
  };
  if (lines === 'one') {
    return <TextInput {...common} ref={inputRef ?? null} {...(list ? { list } : {})} />;
  }
  return <TextArea {...common} ref={inputRef ?? null} rows={lines === 'many' ? 2 : 1} />;
}

function tidyLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
