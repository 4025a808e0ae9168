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
};

function placeSetting(projectId: string): Setting<Place> {
  return {
    key: `place.${projectId}`,
    parse(stored) {
      const { view, sourceId, summaryId } = (stored ?? {}) as Partial<Record<keyof Place, unknown>>;
      return {
        view: view === 'claims' || view === 'summary' ? view : 'reader',
        sourceId: typeof sourceId === 'string' && isUuid(sourceId) ? sourceId : null,
        summaryId: typeof summaryId === 'string' && isUuid(summaryId) ? summaryId : null,
      };
    },
  };
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
  workspace.set({ view: place.view, sourceId, summaryId });
}

/** Keeps where the analyst is from now on; gives a function that stops. */
export function keepPlace(projectId: string): () => void {
  const setting = placeSetting(projectId);
  return workspace.subscribe(() => {
    const { view, sourceId, summaryId } = workspace.get();
    if (sourceId === null) return;
    const before = settingNow(setting);
    if (before.view !== view || before.sourceId !== sourceId || before.summaryId !== summaryId) {
      saveSetting(setting, { view, sourceId, summaryId });
    }
  });
}
