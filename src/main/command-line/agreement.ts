import type { AgreementReport, QuotedDisagreement } from '../../shared/contract/agreement.ts';
import { measureText, measureTitle } from '../../shared/domain/agreement/measure-words.ts';
import type { Measure } from '../../shared/domain/agreement/measure.ts';
import type { App } from '../app.ts';
import { UsageError, type Command, type Invocation } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { analystNamed, sourceNamed, tagNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** More disagreements than anybody has: the list is whole. */
const allOfThem = 1_000_000;

/** `agreement`: how far analysts agree, by every measure. */
export const agreementCommand: Command = {
  name: 'agreement',
  parameters: 'P --between "A" "B"',
  summary: 'how far two analysts agree, by every measure, with the disagreements',
  details:
    'Compared are the sources on which each of them marked something or said that there is nothing to mark. The first analyst is the one that precision and recall take for the truth. With --json, each measure has its n, its unit, an interval and the disagreements behind it. Three or more names give the measures for many.',
  arguments: [1, 50],
  options: {
    between: { type: 'string', value: '"A" "B"', help: 'the analysts, by name or id' },
    source: { type: 'string', value: 'S', help: 'only this source' },
    tag: { type: 'string', value: 'T', help: 'only marks of this tag and of those below it' },
    seed: {
      type: 'string',
      value: 'N',
      help: 'of the intervals and of γ; the same gives the same',
    },
    'without-gamma': { type: 'boolean', help: 'leaves out γ, which takes longest' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const compared = comparedBy(invocation, app);
      const report = await app.api.agreement.measure({
        ...compared,
        gamma: !invocation.has('without-gamma'),
        ...seedOf(invocation),
      });
      if (invocation.io.isJson) await writeJson(invocation.io, app, compared, report);
      else await invocation.io.lines(linesOf(report));
      return 0;
    }),
};

type Compared = Omit<Parameters<App['api']['agreement']['measure']>[0], 'gamma' | 'seed'>;

function comparedBy(invocation: Invocation, { context: { db } }: App): Compared {
  const first = invocation.text('between');
  const names = [...(first === undefined ? [] : [first]), ...invocation.positionals.slice(1)];
  if (names.length < 2) throw new UsageError('Name two analysts: --between "A" "B".');
  const source = invocation.text('source');
  const tag = invocation.text('tag');
  const analystIds = names.map((name) => analystNamed(db, name).id);
  if (new Set(analystIds).size < analystIds.length) {
    throw new UsageError('An analyst always agrees with themselves: name two.');
  }
  return {
    analystIds,
    ...(source === undefined ? {} : { sourceIds: [sourceNamed(db, source).id] }),
    ...(tag === undefined ? {} : { tagId: tagNamed(db, tag).id }),
  };
}

function seedOf(invocation: Invocation): { readonly seed?: number } {
  const typed = invocation.text('seed');
  if (typed === undefined) return {};
  const seed = Number(typed);
  if (!Number.isSafeInteger(seed)) throw new UsageError('--seed is a whole number.');
  return { seed };
}

/** Measure by measure: the lists together may be far longer than one string can be. */
async function writeJson(
  io: CommandIo,
  app: App,
  compared: Compared,
  report: AgreementReport,
): Promise<void> {
  const head = JSON.stringify({ between: report.analysts, sources: report.sources });
  if (!(await io.write(`${head.slice(0, -1)},"measures":[`))) return;
  const known = new Map<string, readonly QuotedDisagreement[]>();
  for (const [index, measure] of report.measures.entries()) {
    const { view, tag } = measure;
    const key = `${view} ${tag ?? ''}`;
    const disagreements =
      compared.analystIds.length > 2
        ? []
        : (known.get(key) ??
          (await app.api.agreement.disagreements({ ...compared, view, tag, limit: allOfThem })));
    // Those of one tag are asked for one after the other.
    if (!known.has(key)) known.clear();
    known.set(key, disagreements);
    const part = JSON.stringify({ ...measure, disagreements: disagreements.map(flat) });
    if (!(await io.write(`${index === 0 ? '' : ','}\n${part}`))) return;
  }
  await io.write('\n]}\n');
}

function flat({ span, ...rest }: QuotedDisagreement) {
  return { ...rest, start: span[0], end: span[1] };
}

function* linesOf({ analysts, sources, measures }: AgreementReport): Iterable<string> {
  const names = analysts.map(({ name }) => name).join(' and ');
  if (sources.length === 0) {
    yield `${names} share no source: there is no number.`;
    return;
  }
  yield `${names}, ${sources.length} shared ${sources.length === 1 ? 'source' : 'sources'}`;
  let last: string | null | undefined;
  for (const measure of measures) {
    if (measure.tag !== last) yield `\n${measure.tag ?? 'All marks'}`;
    last = measure.tag;
    yield `  ${measureTitle(measure).padEnd(44)} ${figure(measure)}`;
  }
}

function figure(measure: Measure): string {
  const text = measureText(measure);
  return `${text.value.padEnd(7)} ${text.interval.padEnd(18)} ${text.basis}`;
}
