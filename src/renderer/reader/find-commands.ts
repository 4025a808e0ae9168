import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { workspace } from '../app/workspace.ts';
import { activeReader } from './active-reader.ts';
import type { Finder } from './finder.ts';
import { markAllHits, markHit } from './mark-hits.ts';

function finder(): Finder | null {
  return workspace.get().view === 'reader' ? (activeReader()?.finder ?? null) : null;
}

function isFinding(): boolean {
  return finder()?.state.get().open === true;
}

function canMarkHits(): boolean {
  return isFinding() && canChangeProject() && (finder()?.hits.get().starts.length ?? 0) > 0;
}

/** Goes on to the next hit; where nothing is looked for yet, asks what. */
function step(by: 1 | -1): void {
  const found = finder();
  if (found === null) return;
  if (found.state.get().open) found.step(by);
  else found.open();
}

function toggle(option: 'matchCase' | 'wholeWords' | 'regex'): void {
  const found = finder();
  found?.search({ [option]: !found.state.get().query[option] });
}

/** Finding in the source that is read. */
export const findCommands: readonly Command[] = [
  {
    id: 'find.open',
    name: 'Find in this source',
    group: 'Read',
    shortcuts: ['mod+f'],
    scope: 'everywhere',
    when: () => finder() !== null,
    run: () => finder()?.open(),
  },
  {
    id: 'find.next',
    name: 'Go to the next hit',
    group: 'Read',
    shortcuts: ['F3', 'mod+g'],
    scope: 'everywhere',
    when: () => finder() !== null,
    run: () => step(1),
  },
  {
    id: 'find.previous',
    name: 'Go to the previous hit',
    group: 'Read',
    shortcuts: ['shift+F3', 'mod+shift+g'],
    scope: 'everywhere',
    when: () => finder() !== null,
    run: () => step(-1),
  },
  {
    id: 'find.mark',
    name: 'Highlight this hit',
    group: 'Read',
    shortcuts: ['mod+enter'],
    scope: 'everywhere',
    when: canMarkHits,
    run: () => markHit(finder() as Finder),
  },
  {
    id: 'find.markAll',
    name: 'Highlight every hit',
    group: 'Read',
    shortcuts: ['mod+shift+enter'],
    scope: 'everywhere',
    when: canMarkHits,
    run: () => markAllHits(finder() as Finder),
  },
  {
    id: 'find.matchCase',
    name: 'Find: match case',
    group: 'Read',
    shortcuts: ['alt+c'],
    scope: 'everywhere',
    when: isFinding,
    run: () => toggle('matchCase'),
  },
  {
    id: 'find.wholeWords',
    name: 'Find: whole words',
    group: 'Read',
    shortcuts: ['alt+w'],
    scope: 'everywhere',
    when: isFinding,
    run: () => toggle('wholeWords'),
  },
  {
    id: 'find.regex',
    name: 'Find: regular expression',
    group: 'Read',
    shortcuts: ['alt+r'],
    scope: 'everywhere',
    when: isFinding,
    run: () => toggle('regex'),
  },
  {
    id: 'find.close',
    name: 'Stop finding',
    group: 'Read',
    shortcuts: ['escape'],
    scope: 'everywhere',
    when: isFinding,
    run: () => finder()?.close(),
  },
];
