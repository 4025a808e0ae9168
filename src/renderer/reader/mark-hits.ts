import { api } from '../app/connect.ts';
import { announce, notify, notifyError } from '../app/overlays.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { showOwnLayer } from '../layers/show-own-layer.ts';
import { keptTag } from '../highlights/kept-tag.ts';
import { hitAt } from './find-hits.ts';
import { isFolded } from './find-words.ts';
import type { Finder } from './finder.ts';

/** As many as the core takes in one change. */
const markedAtOnce = 10_000;

/** Highlights the hit the analyst is at, with the tag that is kept, and goes to the next one. */
export async function markHit(finder: Finder): Promise<void> {
  const { view } = finder;
  if (!finder.settle()) return;
  const hits = finder.hits.get();
  const hit = hitAt(hits, hits.current);
  if (hit === null || !canChangeProject()) return;
  view.reveal(hit);
  view.select(hit[0], hit[1]);
  await runCommandById('highlight.create');
}

/** Highlights every hit that is not folded away, in one change; hits that are highlighted already stay as they are. */
export async function markAllHits(finder: Finder): Promise<void> {
  const { content, view } = finder;
  if (!canChangeProject() || !finder.settle()) return;
  const hits = finder.hits.get();
  const runs = view.furniture.runs();
  const shown = Array.from(hits.starts, (_, index) => hitAt(hits, index))
    .filter((hit) => hit !== null)
    .filter((hit) => !isFolded(hit, runs));
  if (shown.length === 0) {
    notify('info', 'Every hit is folded away with page furniture. Nothing was marked.');
    return;
  }
  if (shown.length > markedAtOnce || hits.more) {
    notify(
      'info',
      `There are more than ${markedAtOnce.toLocaleString('en')} hits. Nothing was marked: look for something rarer.`,
    );
    return;
  }
  const { tagId } = keptTag.get();
  try {
    const { created, there } = await api.highlights.createAll({
      sourceId: content.source.id,
      spans: shown.map(([start, end]) => [start, end]),
      tagIds: tagId === null ? [] : [tagId],
    });
    showOwnLayer(content.source.id);
    const already =
      there === 0 ? '' : there === 1 ? '; 1 was marked already' : `; ${there} were marked already`;
    announce(`${created === 1 ? '1 hit' : `${created} hits`} highlighted${already}`);
  } catch (error) {
    notifyError(error);
  }
}
