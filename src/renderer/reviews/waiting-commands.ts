import type { Command } from '../app/commands/command.ts';
import { isReviewing } from './review-place.ts';
import { chosenWaiting, goToWaiting, openWaiting } from './waiting-place.ts';

/** Commands of the list of what waits; they count while it is on the screen. Verdicts have their own, in `review-commands.ts`. */
export const waitingCommands: readonly Command[] = [
  waiting('waiting.next', 'Waiting: next', 'j', () => goToWaiting(1)),
  waiting('waiting.previous', 'Waiting: previous', 'k', () => goToWaiting(-1)),
  waiting('waiting.show', 'Waiting: show it in the text', 'g', showWaiting),
];

function showWaiting(): void {
  const item = chosenWaiting();
  if (item !== null) openWaiting(item);
}

function waiting(id: string, name: string, shortcut: string, run: () => void): Command {
  return {
    id,
    name,
    group: 'Review',
    shortcuts: [shortcut],
    scope: 'outside-fields',
    when: () => isReviewing('waiting') && chosenWaiting() !== null,
    run,
  };
}
