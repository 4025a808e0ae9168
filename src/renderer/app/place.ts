import type { SourceId, SummaryId } from '../../shared/domain/ids.ts';
import { isUuid } from '../../shared/domain/ids.ts';
import { read, queryClient } from './queries.ts';
import { loadSetting, saveSetting, settingNow, type Setting } from './settings.ts';
import { workspace, type View } from './workspace.ts';

/** Where the analyst was in a project. */
type Place = {
  readonly view: View;
  readonly sourceId: string | null;
  readonly summaryId: string | null;
  /** The source beside that one, and on which side of it. */
  readonly besideId: string | null;
  readonly side: 'left' | 'right';
};

function placeSetting(projectId: string): Setting<Place> {
  return {
    key: `place.${projectId}`,
    parse(stored) {
      const place = (stored ?? {}) as Partial<Record<keyof Place, unknown>>;
      const { view } = place;
      return {
        view: view === 'claims' || view === 'review' || view === 'summary' ? view : 'reader',
        sourceId: idOrNull(place.sourceId),
        summaryId: idOrNull(place.summaryId),
        besideId: idOrNull(place.besideId),
        side: place.side === 'left' ? 'left' : 'right',
      };
    },
  };
}

function idOrNull(stored: unknown): string | null {
  return typeof stored === 'string' && isUuid(stored) ? stored : null;
}

/** Opens the view and the source that were open last, as far as they are still there; otherwise the first source. */
export async function restorePlace(projectId: string): Promise<void> {
  const untouched = workspace.get();
  const place = await loadSetting(placeSetting(projectId));
  const [sources, summaries] = await Promise.all([
    queryClient.fetchQuery(read('sources', 'list', {})),
    queryClient.fetchQuery(read('summaries', 'list', {})),
  ]);
  // Something may have been opened meanwhile, by a command or a dropped file.
  if (workspace.get() !== untouched) return;
  const known = <T extends string>(rows: readonly { readonly id: T }[], id: string | null) =>
    rows.find((row) => row.id === id)?.id ?? null;
  const sourceId: SourceId | null = known(sources, place.sourceId) ?? sources[0]?.id ?? null;
  const summaryId: SummaryId | null = known(summaries, place.summaryId);
  const besideId: SourceId | null = known(sources, place.besideId);
  const { readerId } = untouched;
  const beside =
    besideId === null
      ? null
      : {
          readerId: readerId + 1,
          side: place.side,
          sourceId: besideId,
          highlightId: null,
          selection: null,
        };
  workspace.set({ view: place.view, sourceId, summaryId, beside });
}

/** Keeps where the analyst is from now on; gives a function that stops. */
export function keepPlace(projectId: string): () => void {
  const setting = placeSetting(projectId);
  return workspace.subscribe(() => {
    const { view, sourceId, summaryId, beside } = workspace.get();
    if (sourceId === null) return;
    const side = beside?.side ?? 'right';
    const place: Place = { view, sourceId, summaryId, besideId: beside?.sourceId ?? null, side };
    const before = settingNow(setting);
    const names = Object.keys(place) as (keyof Place)[];
    if (names.some((name) => before[name] !== place[name])) saveSetting(setting, place);
  });
}
