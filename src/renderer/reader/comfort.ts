import { announce } from '../app/overlays.ts';
import { saveSetting, settingNow } from '../app/settings.ts';
import { drawnReaders } from './active-reader.ts';
import {
  comfortSetting,
  comfortWords,
  steppedComfort,
  usualComfort,
  type Comfort,
  type ComfortStep,
} from './comfort-setting.ts';

/** Shows texts as a setting says; nothing is parsed or drawn anew but what the style sheet lays out. */
export function applyComfort({ size, measure, leading, paper }: Comfort): void {
  const { style, dataset } = document.documentElement;
  style.setProperty('--reading-size', `${size / 16}rem`);
  style.setProperty('--reading-measure', String(measure));
  style.setProperty('--reading-leading', String(leading));
  dataset['paper'] = paper;
}

/** Shows and keeps a setting. In every reader the line that is being read stays where it is. */
export function changeComfort(comfort: Comfort): void {
  const before = settingNow(comfortSetting);
  if (JSON.stringify(before) === JSON.stringify(comfort)) return;
  const holds = drawnReaders().map(({ view }) => view.holdLine());
  applyComfort(comfort);
  for (const release of holds) release();
  saveSetting(comfortSetting, comfort);
}

const names = { size: 'Text', measure: 'Lines', leading: 'Line distance' } as const;

/** Makes one value larger or smaller and says what it is now. */
export function stepComfort(name: ComfortStep, step: 1 | -1): void {
  const before = settingNow(comfortSetting);
  const next = steppedComfort(before, name, step);
  changeComfort(next);
  const limit = next === before ? (step > 0 ? ', the most' : ', the least') : '';
  announce(`${names[name]}: ${comfortWords(next, name)}${limit}`);
}

/** Back to what it was at first. */
export function resetComfort(): void {
  changeComfort(usualComfort);
  announce('Text as it was at first');
}
