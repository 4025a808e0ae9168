import type { Command } from '../app/commands/command.ts';
import { createStore } from '../app/store.ts';
import { workspace } from '../app/workspace.ts';
import {
  compareBeside,
  compareOver,
  isComparing,
  isToCompare,
  stopComparing,
  toggleDifferences,
  toggleLinked,
  usualPair,
} from './compare-layers.ts';
import { isSideBySide } from './follow-readers.ts';
import { hasLayers, showEveryone, showOnlyMine, toggleOthers } from './layer-actions.ts';
import { stepToDifference } from './walk-differences.ts';

/** In which reader the list of layers is open. */
export const openLayers = createStore<{ readonly readerId: number | null }>({ readerId: null });

function layerCommand(
  id: string,
  name: string,
  run: () => void,
  more: Partial<Pick<Command, 'shortcuts' | 'when' | 'scope'>> = {},
): Command {
  return { id, name, group: 'Review', scope: 'outside-fields', when: hasLayers, run, ...more };
}

/** Runs with the two analysts that are compared, or would be. */
function withPair(run: (pair: NonNullable<ReturnType<typeof usualPair>>) => void): () => void {
  return () => {
    const pair = usualPair(workspace.get().readerId);
    if (pair !== null) run(pair);
  };
}

/** Analysts' layers: showing, hiding and comparing them. */
export const layersCommands: readonly Command[] = [
  layerCommand(
    'layers.list',
    'Layers: show or hide analysts…',
    () => openLayers.set({ readerId: workspace.get().readerId }),
    { shortcuts: ['shift+l'] },
  ),
  layerCommand(
    'layers.others',
    'Layers: hide the others, or show everyone',
    () => toggleOthers(workspace.get().readerId),
    { shortcuts: ['shift+o'], when: () => hasLayers() && !isComparing() },
  ),
  layerCommand('layers.mine', 'Layers: only mine', () => showOnlyMine(workspace.get().readerId), {
    when: () => hasLayers() && !isComparing(),
  }),
  layerCommand(
    'layers.everyone',
    'Layers: everyone',
    () => showEveryone(workspace.get().readerId),
    {
      when: () => hasLayers() && !isComparing(),
    },
  ),
  layerCommand('layers.over', 'Compare two analysts over one another', withPair(compareOver)),
  layerCommand('layers.beside', 'Compare two analysts side by side', withPair(compareBeside)),
  layerCommand('layers.differences', 'Compare: only the differences, or all', toggleDifferences, {
    shortcuts: ['shift+d'],
  }),
  layerCommand('layers.nextDifference', 'Compare: next difference', () => stepToDifference(1), {
    shortcuts: ['F9'],
    scope: 'everywhere',
    when: isComparing,
  }),
  layerCommand(
    'layers.previousDifference',
    'Compare: previous difference',
    () => stepToDifference(-1),
    { shortcuts: ['shift+F9'], scope: 'everywhere', when: isComparing },
  ),
  layerCommand('layers.linked', 'Compare: scroll both readers together, or not', toggleLinked, {
    when: () => isComparing() && isSideBySide(),
  }),
  layerCommand('layers.stop', 'Stop comparing', stopComparing, {
    when: isToCompare,
  }),
];
