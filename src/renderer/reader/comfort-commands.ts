import type { Command } from '../app/commands/command.ts';
import { announce } from '../app/overlays.ts';
import { settingNow } from '../app/settings.ts';
import { workspace } from '../app/workspace.ts';
import { changeComfort, resetComfort, stepComfort } from './comfort.ts';
import { comfortSetting, type ComfortStep } from './comfort-setting.ts';

function isReading(): boolean {
  const { view, sourceId } = workspace.get();
  return view === 'reader' && sourceId !== null;
}

function step(
  id: string,
  name: string,
  value: ComfortStep,
  by: 1 | -1,
  shortcuts: readonly string[] = [],
): Command {
  return {
    id,
    name,
    group: 'Read',
    shortcuts,
    scope: 'outside-fields',
    when: isReading,
    run: () => stepComfort(value, by),
  };
}

function changePaper(): void {
  const comfort = settingNow(comfortSetting);
  const paper = comfort.paper === 'plain' ? 'sepia' : 'plain';
  changeComfort({ ...comfort, paper });
  announce(paper === 'sepia' ? 'Warm paper' : 'Plain paper');
}

/** How texts are set for reading. */
export const comfortCommands: readonly Command[] = [
  step('comfort.larger', 'Make the text larger', 'size', 1, ['+', '=']),
  step('comfort.smaller', 'Make the text smaller', 'size', -1, ['-']),
  step('comfort.wider', 'Make the lines longer', 'measure', 1, ['alt+=', 'alt++']),
  step('comfort.narrower', 'Make the lines shorter', 'measure', -1, ['alt+-']),
  step('comfort.looser', 'Set the lines further apart', 'leading', 1),
  step('comfort.tighter', 'Set the lines closer together', 'leading', -1),
  {
    id: 'comfort.paper',
    name: 'Change the paper: plain, warm',
    group: 'Read',
    scope: 'outside-fields',
    when: isReading,
    run: changePaper,
  },
  {
    id: 'comfort.reset',
    name: 'Set the text as it was at first',
    group: 'Read',
    shortcuts: ['0'],
    scope: 'outside-fields',
    when: isReading,
    run: resetComfort,
  },
];
