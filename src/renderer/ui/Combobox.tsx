import { Popover as Radix } from 'radix-ui';
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { classNames } from './class-names.ts';
import { ComboboxList, type ComboboxRow } from './ComboboxList.tsx';
import styles from './Combobox.module.css';
import { Field, type FieldProps } from './Field.tsx';
import fieldStyles from './Field.module.css';

/** One thing that can be found and chosen. */
export interface ComboboxOption {
  readonly id: string;
  readonly name: string;
  /** A second, quieter text. */
  readonly detail?: string | undefined;
  /** Of the palette, 0–7. */
  readonly colour?: number | undefined;
}

/** What a combobox takes; the caller keeps the typed text and gives the options that fit it. */
export interface ComboboxProps extends FieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly onChoose: (option: ComboboxOption) => void;
  /** Where new things can be made: offers the typed text unless an option has just that name. */
  readonly onCreate?: ((text: string) => void) | undefined;
  /** How making is offered; `Create “text”` where missing. */
  readonly createName?: (text: string) => string;
  readonly busy?: boolean;
  /** Said when nothing fits. */
  readonly empty?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands between the label and the field. */
  readonly before?: ReactNode;
  readonly onBlur?: () => void;
  /** Runs before the combobox's own keys; preventDefault() keeps those from running. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A field that finds by typing: arrow keys move in the list, Enter chooses, Esc closes the list first. */
export function Combobox({
  label,
  hideLabel,
  hint,
  error,
  text,
  onText,
  options,
  onChoose,
  onCreate,
  createName = (typed) => `Create “${typed}”`,
  busy = false,
  empty,
  placeholder,
  autoFocus,
  disabled,
  inputRef,
  before,
  onBlur,
  onKeyDown,
}: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const typed = text.trim();
  const rows: readonly ComboboxRow[] = [
    ...options.map((option) => ({ kind: 'option' as const, option })),
    ...(onCreate && typed !== '' && !options.some((option) => option.name === typed)
      ? [{ kind: 'create' as const, name: createName(typed) }]
      : []),
  ];
  const activeIndex = Math.min(active, rows.length - 1);
  const shown = open && (rows.length > 0 || busy || (empty !== undefined && typed !== ''));

  function choose(row: ComboboxRow | undefined): void {
    if (row === undefined) return;
    setOpen(false);
    setActive(0);
    if (row.kind === 'option') onChoose(row.option);
    else onCreate?.(typed);
  }
  function move(step: number): void {
    if (!shown) setOpen(true);
    else if (rows.length > 0) setActive((activeIndex + step + rows.length) % rows.length);
  }
  function keyDown(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && shown && rows.length > 0) choose(rows[activeIndex]);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Radix.Root open={shown} onOpenChange={setOpen}>
      <Field label={label} hideLabel={hideLabel ?? false} hint={hint} error={error}>
        {(control) => (
          <>
            {before}
            <Radix.Anchor asChild>
              <input
                {...control}
                ref={inputRef}
                type="text"
                role="combobox"
                autoComplete="off"
                spellCheck={false}
                aria-expanded={shown}
                aria-controls={shown ? listId : undefined}
                aria-autocomplete="list"
                aria-activedescendant={
                  shown && rows.length > 0 ? `${listId}-${activeIndex}` : undefined
                }
                className={classNames(fieldStyles.control)}
                placeholder={placeholder}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- only dialogs and pickers that were just opened ask for it
                autoFocus={autoFocus}
                disabled={disabled}
                value={text}
                onChange={(event) => {
                  onText(event.target.value);
                  setActive(0);
                  setOpen(true);
                }}
                onMouseDown={() => setOpen(true)}
                onFocus={() => autoFocus && setOpen(true)}
                onBlur={() => {
                  setOpen(false);
                  onBlur?.();
                }}
                onKeyDown={keyDown}
              />
            </Radix.Anchor>
          </>
        )}
      </Field>
      <Radix.Portal>
        <Radix.Content
          className={styles.list}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // The field keeps the focus: the list is reached through aria-activedescendant.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          role="presentation"
        >
          <ComboboxList
            id={listId}
            label={label}
            rows={rows}
            activeIndex={activeIndex}
            busy={busy}
            empty={empty}
            onActive={setActive}
            onChoose={choose}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
