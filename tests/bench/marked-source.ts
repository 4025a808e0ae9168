import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeDraft } from '../../src/main/changes/changes.ts';
import type { Analyst } from '../../src/shared/domain/analyst.ts';
import type { AttributionLink } from '../../src/shared/domain/attributions/attribution.ts';
import { quoteOf } from '../../src/shared/domain/highlights/quote.ts';
import type { Span } from '../../src/shared/domain/highlights/span.ts';
import type {
  ActorId,
  AnalystId,
  AttributionId,
  ClaimId,
  GradeId,
  HighlightId,
  SourceId,
  TagId,
} from '../../src/shared/domain/ids.ts';
import { randomNumbers, sentence, type BenchProject } from './bench-project.ts';

const paragraphs = 5_000;
/** UTF-16 code units, with the line feed. */
const paragraphLength = 200;
/** How many marks the marked source has. */
export const markCount = 10_000;

/** The titles of the three sources: one text with marks, the same without any, and a short one. */
export const titles = { marked: 'With marks', bare: 'Without', short: 'Short' } as const;
type Name = keyof typeof titles;

/** The ids of what a project was filled with. */
export interface Filled {
  readonly sourceIds: Readonly<Record<Name, SourceId>>;
  readonly tagIds: readonly TagId[];
}

const createdAt = new Date(0).toISOString();

/** 1,000,000 characters in 5,000 paragraphs. */
export function longText(): string {
  const random = randomNumbers(11);
  const lines = Array.from(
    { length: paragraphs },
    () => `${sentence(random, 60).slice(0, paragraphLength - 2)}.`,
  );
  return `${lines.join('\n')}\n`;
}

/** Marks three deep from end to end, at every eightieth place sixteen deep; a few are in two parts. */
export function markSpans(length: number): readonly (readonly Span[])[] {
  const random = randomNumbers(5);
  const found: (readonly Span[])[] = [];
  const step = Math.floor((length - 400) / 2_900);
  for (let place = 0; found.length < markCount; place += 1) {
    const depth = place % 80 === 1 ? 16 : 3;
    for (let level = 0; level < depth && found.length < markCount; level += 1) {
      const start = ((place * step) % (length - 400)) + level * 4;
      const end = start + 64 + random(120);
      found.push(
        random(50) === 0
          ? [
              [start, end],
              [end + 20, end + 50],
            ]
          : [[start, end]],
      );
    }
  }
  return found;
}

/**
 * Fills a project with three sources; half of the marks carry claims, with two mentions each, and are attributed.
 * With several layers the marks are of as many analysts in turn, and every tenth says the same as the one before.
 */
export async function fillMarkedSource(
  { app, folder }: BenchProject,
  { layers = 1 }: { readonly layers?: number } = {},
): Promise<Filled> {
  const text = longText();
  const texts = { marked: text, bare: `${text}The end.\n`, short: 'A short source.\n' };
  const sourceIds = {} as Record<Name, SourceId>;
  for (const name of Object.keys(texts) as Name[]) {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, texts[name]);
    const metadata = { title: titles[name] };
    const report = await app.api.sources.importPaths({ paths: [file], metadata, jobId: name });
    const id = report.outcomes[0]?.sourceId ?? null;
    if (id === null) throw new Error(`${file} did not come in.`);
    sourceIds[name] = id;
  }
  const tagIds: TagId[] = [];
  const topics = ['arms', 'trade', 'talks', 'health', 'energy', 'border', 'press', 'law'];
  for (const [colour, topic] of topics.entries()) {
    tagIds.push((await app.api.tags.create({ path: `topic/${topic}`, colour })).id);
  }
  const { context } = app;
  const writer = { newId: context.newId, analystId: context.analyst().id };
  context.changes.record('Fill', (draft) => {
    const analysts = Array.from({ length: layers }, (_, number): Analyst => {
      if (number === 0) return context.analyst();
      const id = writer.newId() as AnalystId;
      return { id, name: `Analyst ${number}`, initials: `A${number}`, colour: number };
    });
    for (const analyst of analysts) draft.knowAnalyst(analyst);
    const actorIds = Array.from({ length: 200 }, (_, number) => putActor(draft, writer, number));
    const claimIds = Array.from({ length: markCount / 4 }, (_, number) =>
      putClaim(draft, writer, number),
    );
    const placed = markSpans(text.length);
    placed.forEach((own, index) => {
      const number = layers > 1 && index % 10 === 1 ? index - 1 : index;
      const spans = placed[number] ?? own;
      const claimId = number % 2 === 0 ? (claimIds[(number / 2) % claimIds.length] ?? null) : null;
      const markTags = [tagIds[number % 8], number % 3 === 0 ? tagIds[(number + 3) % 8] : null];
      const id = writer.newId() as HighlightId;
      draft.put('highlight', {
        id,
        sourceId: sourceIds.marked,
        spans,
        quote: quoteOf(text, spans),
        tagIds: markTags.filter((tagId): tagId is TagId => Boolean(tagId)),
        note: number % 10 === 0 ? `Note ${number}` : null,
        claimId,
        stance: claimId === null ? null : 'asserts',
        handling: null,
        analystId: analysts[index % layers]?.id ?? writer.analystId,
        createdAt,
        importedId: null,
      });
      if (claimId !== null) putJudgement(draft, writer, id, actorIds, number);
    });
  });
  return { sourceIds, tagIds };
}

type Draft = Pick<ChangeDraft, 'put'>;

interface Writer {
  readonly newId: () => string;
  readonly analystId: AnalystId;
}

function putActor(draft: Draft, { newId, analystId }: Writer, number: number): ActorId {
  const id = newId() as ActorId;
  const name = `Speaker ${number}`;
  const rest = { unnamed: false, role: null, aliases: [], note: null, analystId, createdAt };
  draft.put('actor', { id, name, kind: 'person', ...rest });
  return id;
}

function putClaim(draft: Draft, { newId, analystId }: Writer, number: number): ClaimId {
  const id = newId() as ClaimId;
  draft.put('claim', {
    id,
    statement: `Claim number ${number}, in the analyst’s words.`,
    kind: 'fact',
    status: 'unverified',
    note: null,
    eventId: null,
    stated: null,
    tagIds: [],
    handling: null,
    analystId,
    createdAt,
  });
  return id;
}

/** An attribution of one or two links, and for every fourth mention a grade. */
function putJudgement(
  draft: Draft,
  { newId, analystId }: Writer,
  highlightId: HighlightId,
  actorIds: readonly ActorId[],
  number: number,
): void {
  const link = (actorId: ActorId, cue: string): AttributionLink => ({
    actorIds: [actorId],
    role: null,
    forms: ['quoted'],
    cue,
    span: null,
    cueSpan: null,
    originId: null,
    inferred: false,
  });
  const [first, second] = [actorIds[number % 200], actorIds[(number * 7) % 200]];
  if (first === undefined || second === undefined) return;
  const links = [link(first, 'said'), ...(number % 6 === 0 ? [link(second, 'reported')] : [])];
  const id = newId() as AttributionId;
  draft.put('attribution', { id, highlightId, links, analystId, createdAt });
  if (number % 8 !== 0) return;
  draft.put('grade', {
    id: newId() as GradeId,
    targetKind: 'highlight',
    targetId: highlightId,
    reliability: null,
    credibility: 3,
    reason: null,
    analystId,
    createdAt,
  });
}
