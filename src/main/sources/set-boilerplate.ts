import type { BoilerplateEditId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { blocksOfSource, boilerplateEditAt } from './contents-store.ts';
import { sourceOrFail } from './remove-source.ts';

/** Folds every block that a span touches away as furniture, or brings it back; a correction that agrees with the importer is dropped. */
export function setBoilerplate(
  context: ServiceContext,
  sourceId: SourceId,
  [start, end]: readonly [start: number, end: number],
  boilerplate: boolean,
): void {
  const source = sourceOrFail(context.db, sourceId);
  const touched = blocksOfSource(context.db, sourceId).filter(
    (block) => block.start < end && start < block.end && block.boilerplate !== boilerplate,
  );
  const what = boilerplate ? 'Fold as furniture' : 'Bring back from furniture';
  context.changes.record(`${what} in “${sourceName(source)}”`, (draft) => {
    for (const block of touched) {
      const known = boilerplateEditAt(context.db, sourceId, block.start);
      if ((block.boilerplateRule !== null) === boilerplate) {
        if (known !== null) draft.remove('boilerplate', known);
        continue;
      }
      draft.put('boilerplate', {
        id: (known ?? context.newId()) as BoilerplateEditId,
        sourceId,
        start: block.start,
        end: block.end,
        boilerplate,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      });
    }
  });
}
