import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { FormEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { useReturnFocus } from './return-focus.ts';

type DialogProps = {
  readonly title: string;
  /** A sentence below the title. */
  readonly description?: ReactNode;
  readonly size?: 'narrow' | 'normal' | 'wide';
  readonly onClose: () => void;
  /** The row of buttons, the main one last. */
  readonly footer?: ReactNode;
  /** Makes the content a form: Enter in a field and a button of type submit run it. */
  readonly onSubmit?: () => void;
  readonly children?: ReactNode;
};

/** A dialog that is open as long as it is drawn. Focus stays in it and goes back afterwards; Esc closes it, but inside of what is marked `data-keeps-escape`. */
export function Dialog({
  title,
  description,
  size = 'normal',
  onClose,
  footer,
  onSubmit,
  children,
}: DialogProps) {
  const returnFocus = useReturnFocus();
  const inner = (
    <>
      <div className={styles.body} data-dialog-body>
        {children}
      </div>
      {footer && (
        <div className={styles.footer} data-dialog-footer>
          {footer}
        </div>
      )}
    </>
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit?.();
  }
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className={styles.scrim} />
        <Radix.Content
          className={classNames(styles.dialog, styles[size])}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={returnFocus}
          onOpenAutoFocus={(event) => {
            const wanted = firstControl(event.currentTarget as HTMLElement);
            if (wanted === null) return;
            event.preventDefault();
            wanted.focus();
          }}
          onEscapeKeyDown={(event) => {
            const target = event.target instanceof Element ? event.target : null;
            if (target?.closest('[data-keeps-escape]')) event.preventDefault();
          }}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" shortcut="escape" small />
            </Radix.Close>
          </div>
          {description && (
            <Radix.Description className={styles.description}>{description}</Radix.Description>
          )}
          {onSubmit ? (
            <form className={styles.form} onSubmit={submit} noValidate>
              {inner}
            </form>
          ) : (
            inner
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What should have the focus when a dialog opens: what asks for it, the first field, or the main button. */
function firstControl(dialog: HTMLElement): HTMLElement | null {
  const field = 'input, select, textarea, [role="combobox"], [contenteditable="true"]';
  return (
    dialog.querySelector<HTMLElement>('[data-autofocus]') ??
    dialog.querySelector<HTMLElement>(
      `[data-dialog-body] :is(${field}):not(:disabled, [type="radio"]:not(:checked))`,
    ) ??
    dialog.querySelector<HTMLElement>('[data-dialog-footer] button:last-child') ??
    dialog.querySelector<HTMLElement>('[data-dialog-body] button')
  );
}
