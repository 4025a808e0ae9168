import { chainArrow, chainText, originText, speakerText } from '../attributions/chain-text.ts';
import { highestHandling } from '../handling/handling.ts';
import { envelope, formatSpans } from '../highlights/span.ts';
import type { LinkSnapshot, MarkSnapshot } from './project-snapshot.ts';

/** The columns of the table of mentions, in their order. */
export const mentionColumns = [
  'claim_id',
  'statement',
  'kind',
  'status',
  'event',
  'event_date',
  'stated_date',
  'tags',
  'quote',
  'stance',
  'source_title',
  'outlet',
  'byline',
  'published',
  'url',
  'speaker',
  'speaker_role',
  'form',
  'cue',
  'via',
  'attribution',
  'origin',
  'origin_count',
  'contradicted_by',
  'reliability',
  'reliability_reason',
  'credibility',
  'credibility_reason',
  'claim_credibility',
  'handling',
  'note',
  'analyst',
  'verdict',
  'verdict_by',
  'verdict_reason',
  'marked_at',
  'spans',
  'start',
  'end',
  'before',
  'after',
  'source_id',
  'highlight_id',
  'text_sha256',
] as const;

/** What stands between several values of one cell. */
export const cellJoint = ' | ';

/** The cells of a row, in the order of `mentionColumns`; `tags` are the paths that the row shows. */
export function mentionCells(mark: MarkSnapshot, tags: readonly string[]): string[] {
  const { highlight, claim, attribution, context, verdict } = mark;
  const { source, reliability } = mark.source;
  const [start, end] = envelope(highlight.spans);
  const links = attribution?.links ?? [];
  const first = links[0];
  return [
    ...claimCells(mark),
    tags.join(cellJoint),
    highlight.quote,
    highlight.stance ?? '',
    source.title ?? source.file,
    source.outlet ?? '',
    source.byline ?? '',
    source.published ?? '',
    source.url ?? '',
    first === undefined ? '' : speakerText(first),
    first?.role ?? '',
    first?.forms.join(cellJoint) ?? '',
    first?.cue ?? '',
    links.slice(1).map(speakerText).join(chainArrow),
    chainText(attribution === null ? null : links),
    originCell(links),
    claim === null ? '' : String(claim.originCount),
    claim === null ? '' : claim.contradictedBy.join(cellJoint),
    reliability?.value ?? '',
    reliability?.reason ?? '',
    String(mark.credibility?.value ?? ''),
    mark.credibility?.reason ?? '',
    String(claim?.credibility?.value ?? ''),
    handlingOf(mark) ?? '',
    highlight.note ?? '',
    mark.analyst,
    verdict?.verdict ?? '',
    verdict?.by ?? '',
    verdict?.reason ?? '',
    highlight.createdAt,
    formatSpans(highlight.spans),
    String(start),
    String(end),
    context?.before ?? '',
    context?.after ?? '',
    source.id,
    highlight.id,
    source.textSha256,
  ];
}

/** A mention's own tags and those of its claim, each once. */
export function shownTags(mark: MarkSnapshot): readonly string[] {
  const own = mark.claim?.tags ?? [];
  return own.length === 0 ? mark.tags : [...new Set([...mark.tags, ...own])];
}

/** The highest handling of a mark, its claim and its source. */
export function handlingOf(mark: MarkSnapshot): string | null {
  const { highlight, claim, source } = mark;
  return highestHandling([
    source.source.handling,
    highlight.handling,
    claim?.claim.handling ?? null,
  ]);
}

function claimCells({ claim }: MarkSnapshot): string[] {
  if (claim === null) return ['', '', '', '', '', '', ''];
  const { id, statement, kind, status, stated } = claim.claim;
  const { name = '', date = null } = claim.event ?? {};
  return [id, statement, kind, status, name, date ?? '', stated ?? ''];
}

/** What a mention rests on: each origin of its chain once. */
function originCell(links: readonly LinkSnapshot[]): string {
  const origins = links.flatMap((link) => (link.origin === null ? [] : [originText(link.origin)]));
  return origins.length > 1 ? [...new Set(origins)].join(cellJoint) : (origins[0] ?? '');
}
