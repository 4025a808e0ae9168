import type { AgreementApi, AgreementPart } from '../../shared/contract/agreement.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { addUp } from '../../shared/domain/agreement/bootstrap.ts';
import { findDisagreements } from '../../shared/domain/agreement/find-disagreements.ts';
import { measureAgreement } from '../../shared/domain/agreement/measure-agreement.ts';
import { countScope, figures } from '../../shared/domain/agreement/scope-statistics.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { allAssignments, blindSources } from '../reviews/assignments-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ServiceContext } from '../service-context.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { agreementCsv } from './agreement-csv.ts';
import { loadComparison, type ComparisonInput, type LoadedComparison } from './load-comparison.ts';

/** Whoever asks twice gets the same intervals. */
const usualSeed = 2026;

/** Resamples behind each interval. */
const resamples = 1000;

/** The words of a disagreement are cut after so many UTF-16 code units. */
const longestQuote = 500;

/** Agreement between analysts: reads, never writes. */
export function createAgreement({
  db,
  newId,
  analyst,
}: Pick<ServiceContext, 'db' | 'newId' | 'analyst'>): Handlers<AgreementApi> {
  const nameOf = (id: AnalystId): string => {
    const analyst = recordStores.analyst.get(db, id);
    if (analyst === null) throw new AttestError('not-found', 'There is no such analyst.');
    return analyst.name;
  };
  /** Whether some of the analysts mark one of the sources without the reader seeing it. */
  const isBlind = ({ analystIds, sourceIds }: ComparisonInput): boolean => {
    const blind = new Set(blindSources(db, analyst().id));
    return (
      blind.size > 0 &&
      allAssignments(db).some(
        ({ sourceId, analystIds: members }) =>
          blind.has(sourceId) &&
          (sourceIds?.includes(sourceId) ?? true) &&
          analystIds.filter((id) => members.includes(id)).length > 1,
      )
    );
  };
  const load = (input: ComparisonInput): LoadedComparison => {
    if (new Set(input.analystIds).size < input.analystIds.length) {
      throw new AttestError('invalid-input', 'An analyst always agrees with themselves: name two.');
    }
    const loaded = loadComparison(db, input, input.analystIds.map(nameOf));
    if (loaded.sources.length === 0 && isBlind(input)) {
      throw new AttestError(
        'not-allowed',
        'Still blind: there is no number before everybody to whom the sources are assigned has handed in.',
      );
    }
    return loaded;
  };

  const measure: Handlers<AgreementApi>['measure'] = (input) => {
    const { comparison, sources } = load(input);
    return {
      analysts: input.analystIds.map((id) => ({ id, name: nameOf(id) })),
      sources: sources.map(({ id, title, file }) => ({ id, title, file })),
      measures: measureAgreement(comparison, {
        seed: input.seed ?? usualSeed,
        resamples,
        withGamma: input.gamma ?? false,
      }),
    };
  };

  return {
    measure,
    async exportCsv({ path, ...input }) {
      const report = await measure(input);
      writeFileWhole(path, agreementCsv(report), newId);
      return { rows: report.measures.length };
    },
    disagreements(input) {
      const found = [];
      for (const one of findDisagreements(load(input).comparison, input.view, input.tag)) {
        if (found.length >= input.limit) break;
        const [start, end] = one.span;
        const text = textOfSource(db, one.sourceId) ?? '';
        found.push({ ...one, quote: text.slice(start, Math.min(end, start + longestQuote)) });
      }
      return found;
    },
    parts(input) {
      const { comparison, sources } = load(input);
      const groups = new Map<string, number[]>();
      sources.forEach(({ id, markedAt }, index) => {
        const key = input.by === 'source' ? id : markedAt?.slice(0, 7);
        if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), index]);
      });
      return [...groups]
        .toSorted(([one], [other]) => (input.by === 'source' || one < other ? -1 : 1))
        .map(([key, indexes]): AgreementPart => {
          const part = indexes.flatMap((index) => comparison.sources[index] ?? []);
          const first = sources[indexes[0] ?? 0];
          const sums = addUp(countScope(part, comparison.analysts.length, null).rows);
          const isPair = comparison.analysts.length === 2;
          return {
            key,
            title: input.by === 'source' ? (first?.title ?? first?.file ?? '') : key,
            sources: part.length,
            marks: part.reduce((sum, { marks }) => sum + marks.flat().length, 0),
            f1: isPair ? figures.f1(sums, 'overlap') : null,
            kappa: isPair ? figures.kappa(sums, 'characters') : null,
            alpha: figures.alpha(sums),
          };
        });
    },
  };
}
