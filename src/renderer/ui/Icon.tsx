import type { LucideIcon } from 'lucide-react';

/** A drawing of an icon; it never carries meaning alone, so it is hidden from screen readers. */
export type IconType = LucideIcon;

/** Draws an icon at the size of the controls (16 px) or small (14 px). */
export function Icon({ of: Drawing, small }: { readonly of: IconType; readonly small?: boolean }) {
  return <Drawing aria-hidden="true" focusable="false" size={small ? 14 : 16} strokeWidth={1.75} />;
}
