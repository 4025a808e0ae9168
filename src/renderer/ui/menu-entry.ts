import type { IconType } from './Icon.tsx';

/** A row of a menu: something to do, a line between groups, or a heading. */
export type MenuEntry =
  | {
      readonly name: string;
      readonly icon?: IconType;
      readonly shortcut?: string | undefined;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      /** For a switch or one of several: whether it holds now. */
      readonly checked?: boolean;
      readonly run: () => void;
    }
  | { readonly line: true }
  | { readonly heading: string };
