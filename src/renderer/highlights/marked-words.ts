import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { SourceContent } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { workspace } from '../app/workspace.ts';
import { activeReader } from '../reader/active-reader.ts';
import { marksOf } from './marks-store.ts';
import { markedSpans } from './whole-words.ts';

/** Words that a mark can be made of. */
export interface SelectedWords {
  readonly content: SourceContent;
  /** In order; whole words where that is wanted. */
  readonly spans: readonly Span[];
}

/** The selected words of the source on the screen, or null. */
export function selectedWords(): SelectedWords | null {
  const content = activeReader()?.content;
  const { selection } = workspace.get();
  if (content === undefined || selection === null || selection.sourceId !== content.source.id) {
    return null;
  }
  return { content, spans: markedSpans(content.text, selection.spans) };
}

/** The chosen mark, or null. */
export function chosenMark(): MarkRow | null {
  const { highlightId, sourceId } = workspace.get();
  if (highlightId === null || sourceId === null) return null;
  return marksOf(sourceId).get().byId.get(highlightId) ?? null;
}

/** Whether there are words to mark. */
export function canMark(): boolean {
  return canChangeProject() && workspace.get().selection !== null && selectedWords() !== null;
}

/** Whether there is a mark to change. */
export function canChangeMark(): boolean {
  return canChangeProject() && chosenMark() !== null;
}

/** Whether there are words to mark or a mark to change. */
export function canMarkOrChange(): boolean {
  return canMark() || canChangeMark();
}
