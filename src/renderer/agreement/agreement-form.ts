import type { AgreementPart } from '../../shared/contract/agreement.ts';
import { agreedAnalyst } from '../../shared/domain/adjudication/agreed-analyst.ts';
import { measureTitle } from '../../shared/domain/agreement/measure-words.ts';
import type { Disagreement, Measure } from '../../shared/domain/agreement/measure.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { AgreementChoice } from './agreement-store.ts';

/** Who is compared: as chosen, and at first the one at work with the first of the others. */
export function comparedAnalysts(
  { first, second, others }: Pick<AgreementChoice, 'first' | 'second' | 'others'>,
  analysts: readonly Analyst[],
  ownId: AnalystId | null,
): readonly Analyst[] {
  // The agreed layer is compared where it is asked for, never by itself.
  const people = analysts.filter(({ id }) => id !== agreedAnalyst.id);
  const named = (id: string) => analysts.find((analyst) => analyst.id === id);
  const one = named(first) ?? named(ownId ?? '') ?? people[0];
  const other = named(second === one?.id ? '' : second) ?? people.find(({ id }) => id !== one?.id);
  if (one === undefined || other === undefined) return [];
  const rest = analysts.filter(({ id }) => id !== one.id && id !== other.id);
  return [one, other, ...rest.filter(({ id }) => others === 'all' || id === others)];
}

/** What is asked of the core. */
export function comparisonInput(
  analysts: readonly Analyst[],
  { sourceId, tagId }: Pick<AgreementChoice, 'sourceId' | 'tagId'>,
) {
  return {
    analystIds: analysts.map(({ id }) => id),
    ...(sourceId === '' ? {} : { sourceIds: [sourceId] }),
    ...(tagId === '' ? {} : { tagId }),
  };
}

/** The measures of a scope: of all marks, of every tag, or of one. */
export function measuresOf(measures: readonly Measure[], scope: string): readonly Measure[] {
  if (scope === 'every') return measures;
  return measures.filter(({ tag }) => tag === (scope === '' ? null : scope.slice(1)));
}

/** What tells a measure from all others of a report. */
export function keyOfMeasure(measure: Measure): string {
  return `${measure.tag ?? ''}\n${measureTitle(measure)}`;
}

/** What keeps a disagreement apart from the others of a list. */
export function keyOfDisagreement({ sourceId, span, kind, highlightIds }: Disagreement): string {
  return [sourceId, ...span, kind, ...highlightIds].join(' ');
}

export const disagreementNames = {
  missing: 'Only one marked it',
  boundary: 'Other ends',
  tag: 'Other tags',
  credibility: 'Credibility',
  reliability: 'Reliability',
  kind: 'Kind of claim',
  status: 'Status of claim',
  stance: 'Stance',
  speaker: 'Attribution',
} as const satisfies Record<Disagreement['kind'], string>;

/** A figure of a part in words. */
export function partText({ f1, kappa, alpha }: AgreementPart): string {
  const figure = (name: string, value: number | null) =>
    `${name} ${value === null ? 'none' : value.toFixed(3).replace('-', '−')}`;
  return [figure('F1', f1), figure('κ', kappa), figure('α', alpha)].join(' · ');
}
