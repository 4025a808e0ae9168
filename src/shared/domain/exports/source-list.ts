import { chainText } from '../attributions/chain-text.ts';
import { credibilityWords, reliabilityWords } from '../grades/grade.ts';
import type { MarkSnapshot, SourceSnapshot } from './project-snapshot.ts';
import { isSafeLink, plain, type Block, type Inline, type ListItem } from './report-blocks.ts';

/** Numbers sources from 1 in the order in which a report speaks of them, and keeps the quotes it cites. */
export interface SourceList {
  numberOf(source: SourceSnapshot): number;
  /** Puts a quote under its source in the list, once. */
  quote(mark: MarkSnapshot): void;
  /** The list with its heading; empty where the report speaks of no source. */
  blocks(): Block[];
}

interface ListedSource {
  readonly number: number;
  readonly snapshot: SourceSnapshot;
  readonly quotes: Map<string, MarkSnapshot>;
}

/** Makes an empty list. */
export function createSourceList(): SourceList {
  const listed = new Map<string, ListedSource>();

  function entry(snapshot: SourceSnapshot): ListedSource {
    const known = listed.get(snapshot.source.id);
    if (known !== undefined) return known;
    const made = { number: listed.size + 1, snapshot, quotes: new Map<string, MarkSnapshot>() };
    listed.set(snapshot.source.id, made);
    return made;
  }

  return {
    numberOf: (source) => entry(source).number,
    quote: (mark) => void entry(mark.source).quotes.set(mark.highlight.id, mark),
    blocks: () => {
      if (listed.size === 0) return [];
      return [
        { kind: 'heading', level: 2, anchor: 'sources', content: [plain('Sources')] },
        { kind: 'list', start: 1, items: [...listed.values()].map(sourceItem) },
      ];
    },
  };
}

/** Where the entry of a source stands in the report. */
export function sourceAnchor(number: number): string {
  return `source-${number}`;
}

/** Where a cited quote stands in the report. */
export function markAnchor(markId: string): string {
  return `mark-${markId}`;
}

/** What is said of a mention beside its quote: who says so, how, and how far it is to be believed. */
export function mentionDetails(mark: MarkSnapshot): string {
  const { highlight, attribution, credibility } = mark;
  const chain = attribution === null ? 'Not yet attributed' : chainText(attribution.links);
  return sentences([
    chain.charAt(0).toUpperCase() + chain.slice(1),
    highlight.stance === null ? null : `Stance: ${highlight.stance}`,
    credibility === null
      ? null
      : reasoned(
          `Credibility ${credibility.value}: ${credibilityWords[credibility.value].toLowerCase()}`,
          credibility.reason,
        ),
    mark.tags.length === 0 ? null : `Tags: ${mark.tags.join(', ')}`,
    highlight.handling === null ? null : `Handling: ${highlight.handling}`,
    highlight.note === null || highlight.note === '' ? null : `Note: ${highlight.note}`,
    mark.verdict === null
      ? null
      : reasoned(`${capital(mark.verdict.verdict)} by ${mark.verdict.by}`, mark.verdict.reason),
    `Marked by ${mark.analyst}`,
  ]);
}

/** Statements one after another, each with a full stop. */
export function sentences(parts: readonly (string | null)[]): string {
  return parts
    .flatMap((part) =>
      part === null || part === '' ? [] : [/[.!?…]$/.test(part) ? part : `${part}.`],
    )
    .join(' ');
}

function reasoned(text: string, reason: string | null): string {
  return reason === null || reason === '' ? text : `${text} (${reason})`;
}

/** A word with a capital letter, its hyphens as spaces. */
export function capital(word: string): string {
  return (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll('-', ' ');
}

function sourceItem({ number, snapshot, quotes }: ListedSource): ListItem {
  const content: Block[] = [{ kind: 'paragraph', content: sourceLine(snapshot) }];
  if (quotes.size > 0) {
    content.push({ kind: 'list', start: null, items: [...quotes.values()].map(quoteItem) });
  }
  return { anchor: sourceAnchor(number), content };
}

function quoteItem(mark: MarkSnapshot): ListItem {
  const words = [plain(`“${mark.highlight.quote}” `), plain(mentionDetails(mark))];
  return {
    anchor: markAnchor(mark.highlight.id),
    content: [{ kind: 'paragraph', content: words }],
  };
}

function sourceLine({ source, reliability }: SourceSnapshot): Inline[] {
  const { url } = source;
  const before = sentences([source.outlet, source.byline, dated('Published', source.published)]);
  const after = sentences([
    dated('Updated', source.updated),
    dated('Accessed', source.accessed),
    reliability === null
      ? null
      : reasoned(
          `Reliability ${reliability.value}: ${reliabilityWords[reliability.value].toLowerCase()}`,
          reliability.reason,
        ),
    source.handling === null ? null : `Handling: ${source.handling}`,
    `File ${source.file}`,
    `SHA-256 of its text ${source.textSha256}`,
  ]);
  const link: Inline[] =
    url === null
      ? []
      : [
          isSafeLink(url) ? { kind: 'link', href: url, content: [plain(url)] } : plain(url),
          plain(' '),
        ];
  return [
    plain(source.title ?? source.file, 'bold'),
    plain('. '),
    ...(before === '' ? [] : [plain(`${before} `)]),
    ...link,
    plain(after),
  ];
}

function dated(word: string, date: string | null): string | null {
  return date === null ? null : `${word} ${date}`;
}
