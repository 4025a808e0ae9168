import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colourOf, type LinearColour } from './colour.ts';

export const themes = ['light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

/** A name of the style sheet, such as `--tag-0-fill`, as a colour of a theme. Throws for a name without one. */
export type ThemeColours = (name: string) => LinearColour;

const styleSheet = join(import.meta.dirname, '../../../src/renderer/app/theme.css');

/** The colours of the window as its style sheet has them; `contrast` is what applies where more of it is wanted. */
export function themeColours(theme: ThemeName, contrast: 'usual' | 'more' = 'usual'): ThemeColours {
  const text = readFileSync(styleSheet, 'utf8');
  const more = text.indexOf('@media (prefers-contrast: more)');
  const forced = text.indexOf('@media (forced-colors: active)');
  const usual = declarations(text.slice(0, more), theme);
  const colours =
    contrast === 'usual'
      ? usual
      : new Map([...usual, ...declarations(text.slice(more, forced), theme)]);
  return (name) => {
    const hex = colours.get(name);
    if (hex === undefined) throw new RangeError(`${name} is no colour of the style sheet`);
    return colourOf(hex);
  };
}

function declarations(text: string, theme: ThemeName): ReadonlyMap<string, string> {
  const found = text.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g);
  return new Map(
    Array.from(found, ([, name = '', light = '', dark = '']) => [
      name,
      theme === 'light' ? light : dark,
    ]),
  );
}
