import { join } from 'node:path';
import { nativeTheme } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../projects/json-file.ts';

const themeSchema = z.object({ theme: z.enum(['system', 'light', 'dark']) });
type ThemeName = z.infer<typeof themeSchema>['theme'];

/** Light or dark, for all windows; kept here so that a window never flashes in the wrong one. */
export interface Theme {
  set(theme: ThemeName): void;
  /** What a window shows before its page does. */
  backgroundColour(): string;
}

/** Takes up the theme of the last run. */
export function createTheme(folder: string): Theme {
  const path = join(folder, 'theme.json');
  nativeTheme.themeSource = readJsonFile(path, themeSchema)?.theme ?? 'system';
  return {
    set(theme) {
      if (nativeTheme.themeSource === theme) return;
      nativeTheme.themeSource = theme;
      try {
        writeJsonFile(path, { theme });
      } catch {
        // It holds for this run; the page keeps the choice too.
      }
    },
    backgroundColour: () => (nativeTheme.shouldUseDarkColors ? '#1b1b1c' : '#ffffff'),
  };
}
