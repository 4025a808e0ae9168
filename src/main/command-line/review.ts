import type { Review, WaitingItem } from '../../shared/contract/reviews.ts';
import type { AnalystId, CommentId } from '../../shared/domain/ids.ts';
import { reviewTargets, type ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import type { App } from '../app.ts';
import { recordStores } from '../database/record-stores.ts';
import { sourcesLabelled } from '../markup/markup-store.ts';
import { analystsNamed } from '../database/analysts-store.ts';
import {
  analystOption,
  UsageError,
  type Command,
  type ExitStatus,
  type Invocation,
} from './command.ts';
import { sourceNamed } from './find-object.ts';
import { analystAtWork, withProject } from './with-project.ts';

const verdicts = {
  accept: 'accepted',
  reject: 'rejected',
  propose: 'change-proposed',
  'nothing-to-mark': 'nothing-to-mark',
} as const;

type Action = (invocation: Invocation, app: App, args: readonly string[]) => Promise<ExitStatus>;

/** What `review` can do, by its word; each with how many arguments follow the word. */
const actions: Readonly<Record<string, { readonly least: number; readonly run: Action }>> = {
  list: { least: 0, run: list },
  accept: { least: 1, run: give('accept') },
  reject: { least: 1, run: give('reject') },
  propose: { least: 1, run: give('propose') },
  'nothing-to-mark': { least: 1, run: give('nothing-to-mark') },
  'take-over': { least: 1, run: takeOver },
  keep: { least: 2, run: keep },
  comment: { least: 2, run: comment },
  assign: { least: 1, run: assign },
  'hand-in': { least: 1, run: handIn },
  progress: { least: 0, run: progress },
};

/** `review`: verdicts on a colleague's work, comments, answers, and blind marking. */
export const reviewCommand: Command = {
  name: 'review',
  parameters: `P ${Object.keys(actions).join('|')} [TARGET…] [TEXT]`,
  summary: 'lists, accepts and rejects a colleague’s work, with comments and blind marking',
  details: [
    'TARGET: the id of a mark, claim, attribution or grade, or a source (id, file name, text hash).',
    'list [--waiting]: what was said, or what waits for you. progress: how far everybody is.',
    'accept|reject|propose TARGET [--reason TEXT]: a verdict; a rejection needs a reason.',
    'propose TARGET --proposal JSON: values by field, such as {"spans":[[0,12]],"tags":["a/b"]}.',
    'nothing-to-mark SOURCE. take-over VERDICT, keep VERDICT TEXT: the author’s answer.',
    'comment TARGET TEXT [--reply-to COMMENT] [--span START-END].',
    'assign SOURCE… --to NAME NAME, then hand-in SOURCE by each.',
  ].join('\n'),
  arguments: [2, Number.POSITIVE_INFINITY],
  options: {
    waiting: { type: 'boolean', help: 'list: what waits for you' },
    reason: { type: 'string', value: 'TEXT', help: 'why; asked for with a rejection' },
    proposal: {
      type: 'string',
      value: 'JSON',
      help: 'propose: the values that should stand there',
    },
    'reply-to': { type: 'string', value: 'COMMENT', help: 'comment: the comment that it answers' },
    span: { type: 'string', value: 'START-END', help: 'comment: the words that it points to' },
    to: { type: 'string', value: 'NAMES', help: 'assign: who marks, two or more' },
    ...analystOption,
  },
  run(invocation) {
    const [, word = '', ...args] = invocation.positionals;
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
    if (action === undefined) {
      throw new UsageError(
        `review has no “${word}”; there are ${Object.keys(actions).join(', ')}.`,
      );
    }
    if (args.length < action.least) {
      throw new UsageError(
        `review ${word} needs ${action.least === 1 ? 'a target' : 'a target and a text'}.`,
      );
    }
    const reads = word === 'list' || word === 'progress';
    return withProject(invocation, reads ? 'read' : 'write', async (app) => {
      if (reads && invocation.text('analyst') !== undefined) {
        app.setAnalyst(analystAtWork(invocation, app));
      }
      return action.run(invocation, app, args);
    });
  },
};

async function list(
  invocation: Invocation,
  app: App,
  rest: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const { io } = invocation;
  if (invocation.has('waiting')) {
    const { items } = await app.api.reviews.waiting({ limit: 1_000_000 });
    if (io.isJson) await io.json(items);
    else await io.lines(items.map(waitingLine));
    return 0;
  }
  const said = await app.api.reviews.list({});
  if (io.isJson) await io.json(said);
  else {
    await io.lines(
      said.map((item) =>
        [
          item.id,
          item.kind,
          item.targetKind,
          item.targetId,
          item.analyst,
          ...(item.verdict === null ? [] : [item.verdict]),
          oneLine(item.text ?? ''),
        ].join('\t'),
      ),
    );
  }
  return 0;
}

function waitingLine(item: WaitingItem): string {
  const { kind, targetKind, targetId, analyst, verdict, text, label } = item;
  return [
    kind,
    targetKind,
    targetId,
    analyst,
    verdict ?? '',
    oneLine(text ?? ''),
    oneLine(label),
  ].join('\t');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function give(word: keyof typeof verdicts): Action {
  return async (invocation, app, [label = '', ...rest]) => {
    noMore(rest);
    const target = targetNamed(app, label);
    const verdict = verdicts[word];
    const reason = invocation.text('reason') ?? null;
    const typed = invocation.text('proposal');
    if (word === 'reject' && !reason?.trim()) {
      throw new UsageError('A rejection needs --reason TEXT, so that its author knows why.');
    }
    if (word === 'propose' && typed === undefined) {
      throw new UsageError('propose needs --proposal JSON: the values that should stand there.');
    }
    const given = await app.api.reviews.give({
      ...target,
      verdict,
      reason,
      ...(typed === undefined ? {} : { proposal: proposalOf(typed) }),
    });
    const why = given.reason === null ? '' : `: ${given.reason}`;
    await done(
      invocation,
      given,
      `${given.id}\t${verdict} ${target.targetKind} ${target.targetId}${why}`,
    );
    return 0;
  };
}

function proposalOf(typed: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(typed);
  } catch {
    throw new UsageError('--proposal is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('--proposal is a JSON object of fields.');
  }
  return value as Record<string, unknown>;
}

async function takeOver(
  invocation: Invocation,
  app: App,
  [label = '', ...rest]: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const verdictId = verdictNamed(app, label);
  await app.api.reviews.takeOver({ verdictId });
  await done(invocation, { verdictId, answer: 'taken-over' }, `taken over\t${verdictId}`);
  return 0;
}

async function keep(
  invocation: Invocation,
  app: App,
  [label = '', text = '', ...rest]: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const comment = await app.api.reviews.keep({ verdictId: verdictNamed(app, label), text });
  await done(invocation, comment, `${comment.id}\tkept`);
  return 0;
}

async function comment(
  invocation: Invocation,
  app: App,
  [label = '', text = '', ...rest]: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const target = targetNamed(app, label);
  const parent = invocation.text('reply-to');
  const span = invocation.text('span');
  const made = await app.api.reviews.comment({
    ...target,
    text,
    ...(parent === undefined ? {} : { parentId: parent.toLowerCase() as CommentId }),
    ...(span === undefined ? {} : { place: await placeOf(app, target, span) }),
  });
  await done(invocation, made, `${made.id}\tcomment on ${target.targetKind} ${target.targetId}`);
  return 0;
}

async function placeOf(app: App, target: Target, typed: string) {
  const match = /^(\d+)-(\d+)$/.exec(typed);
  if (match === null) throw new UsageError('--span is START-END, in UTF-16 code units.');
  const db = app.context.seen();
  const sourceId =
    target.targetKind === 'source'
      ? recordStores.source.get(db, target.targetId)?.id
      : recordStores.highlight.get(db, target.targetId)?.sourceId;
  if (sourceId === undefined) {
    throw new UsageError('--span points into the source of a mark, or into a source.');
  }
  return { sourceId, spans: [[Number(match[1]), Number(match[2])] as const] };
}

async function assign(
  invocation: Invocation,
  app: App,
  labels: readonly string[],
): Promise<ExitStatus> {
  const db = app.context.seen();
  const to = invocation.text('to');
  // What follows the first name of --to is no source.
  const isSource = (label: string): boolean => sourcesLabelled(db, label).length > 0;
  const names = [
    ...(to ?? '').split(','),
    ...(to === undefined ? [] : labels.filter((label) => !isSource(label))),
  ].flatMap((name) => name.trim() || []);
  if (names.length < 2) {
    throw new UsageError('assign needs two names or more: --to "Ana Silva" "Ben Okafor".');
  }
  const sourceIds = labels
    .filter((label) => to === undefined || isSource(label))
    .map((label) => sourceNamed(db, label).id);
  if (sourceIds.length === 0) throw new UsageError('assign needs a source.');
  const analystIds = names.map((name) => knownAnalyst(app, name));
  const rows = await app.api.reviews.assign({ sourceIds, analystIds });
  await done(
    invocation,
    rows,
    rows
      .map(
        (row) =>
          `${row.id}\t${row.sourceTitle}\t${row.analysts.map(({ name }) => name).join(', ')}`,
      )
      .join('\n'),
  );
  return 0;
}

async function handIn(
  invocation: Invocation,
  app: App,
  [label = '', ...rest]: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const sourceId = sourceNamed(app.context.seen(), label).id;
  const rows = await app.api.reviews.handIn({ sourceId });
  const waiting = rows.flatMap(({ analysts }) => analysts.filter(({ handedIn }) => !handedIn));
  const names = [...new Set(waiting.map(({ name }) => name))].join(', ');
  await done(
    invocation,
    rows,
    names === '' ? 'Handed in; everybody has.' : `Handed in; not yet: ${names}.`,
  );
  return 0;
}

async function progress(
  invocation: Invocation,
  app: App,
  rest: readonly string[],
): Promise<ExitStatus> {
  noMore(rest);
  const found = await app.api.reviews.progress({});
  if (invocation.io.isJson) await invocation.io.json(found);
  else {
    await invocation.io.lines(
      found.rows.map((row) =>
        [
          row.sourceTitle,
          row.analyst,
          row.done ? 'done' : `${row.open} open`,
          `${row.others} of others`,
          row.handedIn === null ? '' : row.handedIn ? 'handed in' : 'not handed in',
        ].join('\t'),
      ),
    );
  }
  return 0;
}

interface Target {
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
}

/** What an id, or the name of a source, stands for. */
function targetNamed(app: App, label: string): Target {
  const db = app.context.seen();
  const targetId = label.toLowerCase();
  for (const targetKind of reviewTargets) {
    if (recordStores[targetKind].get(db, targetId) !== null) return { targetKind, targetId };
  }
  if (sourcesLabelled(db, label).length > 0) {
    return { targetKind: 'source', targetId: sourceNamed(db, label).id };
  }
  throw new UsageError(`This project has no mark, claim, attribution, grade or source “${label}”.`);
}

function verdictNamed(app: App, label: string): Review['verdicts'][number]['id'] {
  const verdict = recordStores.verdict.get(app.context.seen(), label.toLowerCase());
  if (verdict === null) throw new UsageError(`This project has no verdict “${label}”.`);
  return verdict.id;
}

function knownAnalyst(app: App, name: string): AnalystId {
  const db = app.context.seen();
  const me = app.context.analyst();
  if (me.name === name || me.id === name) return me.id;
  const [found, second] = analystsNamed(db, name);
  const byId = recordStores.analyst.get(db, name.toLowerCase());
  if (byId !== null) return byId.id;
  if (second !== undefined) {
    throw new UsageError(`Several analysts are called “${name}”; name them by their ids.`);
  }
  if (found === undefined)
    throw new UsageError(
      `This project has no analyst “${name}” yet; merge a parcel of theirs first.`,
    );
  return found.id;
}

function noMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many.`);
}

async function done({ io }: Invocation, value: unknown, line: string): Promise<void> {
  if (io.isJson) await io.json(value);
  else await io.lines(line.split('\n'));
}
