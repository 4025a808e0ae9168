import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AttestError, type ErrorCode } from '../../shared/contract/errors.ts';
import {
  mergeChoices,
  type MergeChoice,
  type MergeItem,
  type MergeReport,
} from '../../shared/contract/merges.ts';
import { unseenLines } from '../../shared/domain/merge/unseen-words.ts';
import { analystOption, UsageError, type Command, type Invocation } from './command.ts';
import { fullPath, withProject } from './with-project.ts';

const choicesFile = z.union([
  z
    .array(z.string())
    .transform((ids): Record<string, MergeChoice> =>
      Object.fromEntries(ids.map((id) => [id, 'theirs' as const])),
    ),
  z
    .record(z.string(), z.union([z.enum(mergeChoices), z.boolean()]))
    .transform((given) =>
      Object.fromEntries(
        Object.entries(given).map(([id, choice]): [string, MergeChoice] => [
          id,
          choice === true ? 'theirs' : choice === false ? 'leave' : choice,
        ]),
      ),
    ),
]);

/** `merge`: a parcel or another project comes in. */
export const mergeCommand: Command = {
  name: 'merge',
  parameters: 'P OTHER',
  summary: 'merges a parcel or another project, as one undo step',
  details:
    'What only one side has changed is taken; conflicts are left and listed unless --take says what to do. FILE.json is a list of the ids to take, everything else being left, or an object that gives each id “ours”, “theirs” or “leave”, the usual rule holding for the rest. --dry-run lists what would be done and changes nothing. Merging again changes nothing. What others marked in a source that is blind for you is counted, not listed; it is taken with the rest and seen when everybody has handed in.',
  arguments: [2, 2],
  options: {
    take: {
      type: 'string',
      value: 'all|none|FILE.json',
      help: 'which items to take; conflicts are left otherwise',
    },
    'dry-run': { type: 'boolean', help: 'says what would be done, and changes nothing' },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, 'write', async (app) => {
      const other = invocation.positionals[1] ?? '';
      const path = fullPath(invocation, other);
      if (!existsSync(path))
        throw new UsageError(`There is no file ${other}. Nothing was changed.`);
      const isRehearsal = invocation.has('dry-run');
      const taking = takeOf(invocation);
      const { io } = invocation;
      let report: MergeReport;
      try {
        report = isRehearsal
          ? await app.api.merges.rehearse({ path })
          : await app.api.merges.take({ path, ...taking });
      } catch (error) {
        // The project is open: what is wrong is wrong with the other file.
        if (!(error instanceof AttestError) || !aboutOther.includes(error.code)) throw error;
        io.problem(other, error.message);
        return error.code === 'not-found' ? 2 : 3;
      }
      const listed = new Set(listsOf(report).flatMap((items) => items.map(({ id }) => id)));
      for (const id of Object.keys(taking.choices ?? {})) {
        if (!listed.has(id)) io.note(`${id} is nothing that ${other} would change here`);
      }
      for (const { label, note } of report.unplaced) {
        io.problem(
          other,
          `unplaced: “${label}”: ${note ?? ''} It was kept in the list of unplaced marks.`,
        );
      }
      for (const problem of report.problems) io.problem(other, problem);
      if (!isRehearsal) {
        for (const { id, label, fields } of report.left > 0 ? report.conflicts : []) {
          io.note(`conflict: ${id}: “${label}” (${fields.join(', ')})`);
        }
      }
      if (io.isJson) await io.json(report);
      else await io.lines(linesOf(report, isRehearsal));
      const isPartly = report.unplaced.length > 0 || report.problems.length > 0;
      return isPartly || (!isRehearsal && report.left > 0 && invocation.text('take') !== 'none')
        ? 1
        : 0;
    }),
};

/** How reading the other file can fail. */
const aboutOther: readonly ErrorCode[] = [
  'damaged',
  'newer-version',
  'not-a-project',
  'not-found',
  'read-only',
];

function listsOf({ added, changed, removed, joined, conflicts, unplaced }: MergeReport) {
  return [added, changed, removed, joined, conflicts, unplaced];
}

function takeOf(invocation: Invocation): {
  readonly otherwise?: 'agreed' | 'all' | 'none';
  readonly choices?: Record<string, MergeChoice>;
} {
  const take = invocation.text('take');
  if (take === undefined) return {};
  if (take === 'all' || take === 'none') return { otherwise: take };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fullPath(invocation, take), 'utf8'));
  } catch {
    throw new UsageError(`--take is all, none, or a file with JSON; ${take} is none of these.`);
  }
  const parsed = choicesFile.safeParse(value);
  if (!parsed.success) {
    throw new UsageError(`${take} is no list of ids and no object of ids and choices.`);
  }
  return Array.isArray(value)
    ? { otherwise: 'none', choices: parsed.data }
    : { otherwise: 'agreed', choices: parsed.data };
}

function* linesOf(report: MergeReport, isRehearsal: boolean): Iterable<string> {
  const counts = [
    `${report.added.length} added`,
    `${report.changed.length} changed`,
    `${report.removed.length} removed`,
    `${report.joined.length} tags joined`,
    `${report.conflicts.length} conflicts`,
    `${report.unplaced.length} unplaced`,
  ];
  yield `${report.of ?? 'Everyone'} in “${report.project}”: ${counts.join(', ')}${isRehearsal ? ' (rehearsed: nothing was changed)' : `; ${report.taken} taken, ${report.left} left`}`;
  for (const line of unseenLines(report)) yield `  ${line}`;
  for (const item of report.conflicts)
    yield `  conflict ${item.id} ${item.kind} “${short(item)}” (${item.fields.join(', ')})`;
  for (const { ours, theirs } of report.actorOffers) {
    yield `  same name: “${theirs.name}” ${theirs.id}, here ${ours.id}; they were not joined`;
  }
}

function short({ label }: MergeItem): string {
  return label.length > 60 ? `${label.slice(0, 60)}…` : label;
}
