/** One thing an analyst can do; the palette, the shortcuts, the shortcut sheet and the menu are made from these. */
export interface Command {
  /** Dotted and stable, such as `highlight.create`; the application menu and changed shortcuts name it. */
  readonly id: string;
  /** As it is read in the palette, in sentence case. */
  readonly name: string;
  readonly group: CommandGroup;
  /** Such as `h`, `mod+k`, `shift+F10`, `mod+shift+z`; `mod` is Ctrl, on a Mac Cmd. Several may do the same. */
  readonly shortcuts?: readonly string[];
  /** Where the shortcut counts: everywhere (also while typing), or only outside text fields (single letters). */
  readonly scope: 'everywhere' | 'outside-fields' | 'reader';
  /** Whether it can run now; asked at the moment. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
}

/** The headings of the shortcut sheet and the palette, in this order. */
export const commandGroups = [
  'Project',
  'Sources',
  'Read',
  'Mark',
  'Claims',
  'Tags',
  'Review',
  'Summary',
  'Export',
  'View',
  'Help',
] as const;
export type CommandGroup = (typeof commandGroups)[number];
