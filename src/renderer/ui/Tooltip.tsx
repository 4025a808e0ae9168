import { Tooltip as Radix } from 'radix-ui';
import { useEffect, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref. */
  readonly children: ReactElement;
};

/** A short text beside the control that the pointer or the focus rests on. It repeats or adds; nothing may depend on it. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    // Gone before Esc is looked at: the key is meant for the dialog or the field below.
    const close = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') flushSync(() => setOpen(false));
    };
    window.addEventListener('keydown', close, { capture: true });
    return () => window.removeEventListener('keydown', close, { capture: true });
  }, [open]);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut && <Kbd shortcut={shortcut} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Must stand once around everything that has tooltips. */
export const TooltipProvider = Radix.Provider;
