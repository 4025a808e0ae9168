import type { ClaimId, HighlightId, SourceId, SummaryId } from '../../shared/domain/ids.ts';
import { useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint.ts';
import { createStore, useStore } from './store.ts';

/** The middle of the window. */
export type View = 'reader' | 'claims' | 'review' | 'summary';

/** What the right pane shows. */
export type InspectorTab = 'marks' | 'claim' | 'tags' | 'actors';

/** The analyst's selection in the reader: UTF-16 offsets of the source's text, in order. */
export interface ReaderSelection {
  readonly sourceId: SourceId;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Names one of the readers in the middle for as long as it is open. */
export type ReaderId = number;

/** What one reader is busy with. */
export interface ReaderFocus {
  readonly sourceId: SourceId | null;
  /** The chosen mark. */
  readonly highlightId: HighlightId | null;
  readonly selection: ReaderSelection | null;
}

/** The reader that stands beside the active one. */
export interface ReaderBeside extends ReaderFocus {
  readonly readerId: ReaderId;
  /** On which side of the active reader it stands. */
  readonly side: 'left' | 'right';
}

/**
 * What the window is busy with; kept in memory only, its lasting parts are saved as settings. Source, chosen mark,
 * selection and target are those of the active reader, which every command is about.
 */
export interface Workspace extends ReaderFocus {
  readonly view: View;
  readonly inspectorTab: InspectorTab;
  /** The active reader. */
  readonly readerId: ReaderId;
  /** Null where only one source is read. */
  readonly beside: ReaderBeside | null;
  readonly claimId: ClaimId | null;
  readonly summaryId: SummaryId | null;
  /** A place the active reader should bring into view and choose, once; the reader clears it. */
  readonly target: {
    readonly sourceId: SourceId;
    readonly highlightId: HighlightId | null;
    readonly span: readonly [start: number, end: number] | null;
  } | null;
}

const empty: Workspace = {
  view: 'reader',
  inspectorTab: 'marks',
  readerId: 1,
  beside: null,
  sourceId: null,
  highlightId: null,
  claimId: null,
  summaryId: null,
  selection: null,
  target: null,
};

export const workspace = createStore<Workspace>(empty);

/** Follows a part of the workspace. */
export function useWorkspace<S>(select: (state: Workspace) => S): S {
  return useStore(workspace, select);
}

/** The chosen mark, for what stands beside the text: it follows once the text shows the choice. */
export function useChosenMarkId(): HighlightId | null {
  return useSyncExternalStore(followAfterPaint, () => workspace.get().highlightId);
}

function followAfterPaint(listener: () => void): () => void {
  return workspace.subscribe(afterPaint(listener));
}

/** Back to the start, when a project opens or closes. */
export function resetWorkspace(): void {
  workspace.set(empty);
}

/** Opens a source in the reader. */
export function openSource(sourceId: SourceId): void {
  const same = workspace.get().sourceId === sourceId;
  workspace.set({
    view: 'reader',
    sourceId,
    ...(same ? {} : { highlightId: null, selection: null, target: null }),
  });
}

/** Opens a source in the reader and brings a mark or a span of it into view. */
export function openPlace(
  sourceId: SourceId,
  highlightId: HighlightId | null,
  span: readonly [start: number, end: number] | null = null,
): void {
  workspace.set({
    view: 'reader',
    sourceId,
    highlightId,
    selection: null,
    target: { sourceId, highlightId, span },
  });
}

/** Chooses a claim and shows it in the inspector. */
export function showClaim(claimId: ClaimId): void {
  workspace.set({ claimId, inspectorTab: 'claim' });
}
