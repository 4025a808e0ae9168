import { v5 } from 'uuid';
import {
  sampleClaims,
  sampleMarks,
  sampleOrigins,
  type SampleLink,
  type WordsAt,
} from './markup.ts';
import {
  sampleActors,
  sampleChecks,
  sampleGrades,
  sampleLinks,
  sampleTags,
  unsupportedClaim,
} from './registry.ts';

const namespace = '5f0c8f0e-4f5c-5d0a-9a53-9b5b1c1d7c11';

/** The same id at every making, from what it names. */
export function sampleId(name: string): string {
  return v5(name, namespace);
}

/** Who marked up the sample project, besides the colleague. */
export const sampleAnalyst = 'Ana Silva';
const colleague = 'Ben Okafor';

/** Where words stand in a text; they must stand there exactly once. */
function spanOf(text: string, at: WordsAt): readonly [number, number] {
  const within = at.in ?? at.words;
  const start = text.indexOf(within);
  if (start < 0 || text.indexOf(within, start + 1) >= 0) {
    throw new RangeError(`“${within}” does not stand exactly once in the article`);
  }
  const inner = within.indexOf(at.words);
  return [start + inner, start + inner + at.words.length];
}

function linkLine(text: string, link: SampleLink): object {
  const { origin, speakerAt, cueAt, ...rest } = link;
  return {
    ...rest,
    ...(speakerAt ? { span: spanOf(text, speakerAt) } : {}),
    ...(cueAt ? { cueSpan: spanOf(text, cueAt) } : {}),
    ...(origin ? { origin: sampleOrigins[origin] } : {}),
  };
}

function moment(index: number): string {
  return new Date(Date.UTC(2026, 2, 5, 9, index)).toISOString();
}

function markLines(texts: ReadonlyMap<string, string>): object[] {
  return sampleMarks.map((mark, index) => {
    const { article, at, claim, attribution, analyst, ...rest } = mark;
    const text = texts.get(article) ?? '';
    const spans = at.map((words) => spanOf(text, words));
    const place = spans.length === 1 ? { start: spans[0]?.[0], end: spans[0]?.[1] } : { spans };
    return {
      id: sampleId(`mark ${index}`),
      source: article,
      ...place,
      quote: spans.map(([start, end]) => text.slice(start, end)).join(' … '),
      analyst: analyst ?? sampleAnalyst,
      ...(claim ? { stance: 'asserts' } : {}),
      ...rest,
      ...(claim ? { claim: { id: sampleId(`claim ${claim}`), ...sampleClaims[claim] } } : {}),
      ...(attribution ? { attribution: attribution.map((link) => linkLine(text, link)) } : {}),
      createdAt: moment(index),
    };
  });
}

function registryLines(): object[] {
  const signed = (index: number): object => ({
    analyst: sampleAnalyst,
    createdAt: moment(100 + index),
  });
  return [
    ...sampleTags.map((tag) => ({ type: 'tag', ...tag })),
    ...sampleActors.map((actor, index) => ({
      type: 'actor',
      id: sampleId(`actor ${actor.name}`),
      ...actor,
      ...signed(index),
    })),
    {
      type: 'claim',
      id: sampleId('claim unsupported'),
      ...unsupportedClaim,
      ...signed(20),
    },
  ];
}

/** What refers to marks and claims; given after them. */
function laterLines(): object[] {
  const signed = (index: number): object => ({
    analyst: sampleAnalyst,
    createdAt: moment(130 + index),
  });
  const byColleague = { analyst: colleague, createdAt: moment(200) };
  return [
    ...sampleGrades.map((grade, index) => ({
      type: 'grade',
      id: sampleId(`grade ${index}`),
      ...grade,
      target: grade.of === 'actor' ? sampleId(`actor ${grade.target}`) : grade.target,
      ...signed(index),
    })),
    ...sampleLinks.map((link, index) => ({
      type: 'link',
      id: sampleId(`link ${index}`),
      ...link,
      from: sampleId(`claim ${link.from}`),
      to: sampleId(`claim ${link.to}`),
      ...signed(20 + index),
    })),
    ...sampleChecks.map((check, index) => ({
      type: 'check',
      id: sampleId(`check ${index}`),
      ...check,
      claim: sampleId(`claim ${check.claim}`),
      ...signed(30 + index),
    })),
    {
      type: 'verdict',
      id: sampleId('verdict 0'),
      of: 'highlight',
      target: sampleId('mark 4'),
      verdict: 'rejected',
      reason: 'One unnamed worker is not enough for a figure.',
      ...byColleague,
    },
    {
      type: 'verdict',
      id: sampleId('verdict 1'),
      of: 'highlight',
      target: sampleId('mark 0'),
      verdict: 'accepted',
      reason: null,
      ...byColleague,
    },
    {
      type: 'comment',
      id: sampleId('comment 0'),
      of: 'highlight',
      target: sampleId('mark 15'),
      text: 'Keep the minus sign, it is part of the figure.',
      ...byColleague,
    },
  ];
}

/** The sample project's markup as JSON lines, the one unplaced mark included; spans are found by their words. */
export function sampleLines(texts: ReadonlyMap<string, string>): string {
  const lost = {
    id: sampleId('mark lost'),
    source: 'capital-ledger-gas-leak.html',
    start: 10,
    end: 45,
    quote: 'Inspectors found the valve in pieces',
    analyst: sampleAnalyst,
    note: 'Stood in an earlier version of the article.',
    createdAt: moment(60),
  };
  return [...registryLines(), ...laterLines(), ...markLines(texts), lost]
    .map((line) => JSON.stringify(line))
    .join('\n');
}
