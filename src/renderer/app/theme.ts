import { api } from './connect.ts';
import { notifyError } from './overlays.ts';
import { saveSetting, type Setting } from './settings.ts';

/** What the window can look like, in the order in which one command goes through them. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeNames = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Theme, string>;

export const themeSetting: Setting<Theme> = {
  key: 'theme',
  parse: (stored) => themes.find((theme) => theme === stored) ?? 'system',
};

/** Shows the window in a theme, without keeping it. */
export function applyTheme(theme: Theme): void {
  api.window.setTheme({ theme }).catch(notifyError);
}

/** Shows the window in a theme from now on. */
export function chooseTheme(theme: Theme): void {
  saveSetting(themeSetting, theme);
  applyTheme(theme);
}
