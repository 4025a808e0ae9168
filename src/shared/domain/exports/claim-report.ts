import { credibilityWords } from '../grades/grade.ts';
import type { ClaimSnapshot, MarkSnapshot, SnapshotHeader } from './project-snapshot.ts';
import { plain, type Block, type ListItem, type Report } from './report-blocks.ts';
import {
  capital,
  createSourceList,
  mentionDetails,
  sentences,
  sourceAnchor,
  type SourceList,
} from './source-list.ts';

/** A claim with the mentions of it that are exported. */
export interface ClaimGroup {
  readonly claim: ClaimSnapshot;
  readonly mentions: readonly MarkSnapshot[];
}

/** What a report of claims is made of; claims and marks are streamed. */
export interface ClaimReportInput {
  readonly header: SnapshotHeader;
  readonly groups: Iterable<ClaimGroup>;
  /** Highlights without a claim, where they are wanted. */
  readonly unclaimed: Iterable<MarkSnapshot>;
  /** The highest handling of all that it holds. */
  readonly handling: string | null;
}

/** A report of all claims with their mentions, who says them, how far they are to be believed, and the sources. */
export function claimReport(input: ClaimReportInput): Report {
  return { title: `Claims: ${input.header.projectName}`, blocks: blocks(input) };
}

function* blocks({ header, groups, unclaimed, handling }: ClaimReportInput): Iterable<Block> {
  const sources = createSourceList();
  const banner: Block[] = handling === null ? [] : [{ kind: 'banner', text: handling }];
  yield* banner;
  yield {
    kind: 'heading',
    level: 1,
    anchor: null,
    content: [plain(`Claims: ${header.projectName}`)],
  };
  yield { kind: 'paragraph', content: [plain(`Exported ${header.exportedAt}.`)] };
  let number = 0;
  for (const group of groups) {
    number += 1;
    yield* claimBlocks(group, number, sources);
  }
  if (number === 0) {
    yield { kind: 'paragraph', content: [plain('There are no claims to report.')] };
  }
  const items: ListItem[] = [];
  for (const mark of unclaimed) items.push(mentionItem(mark, sources));
  if (items.length > 0) {
    const content = [plain('Highlights without a claim')];
    yield { kind: 'heading', level: 2, anchor: 'highlights', content };
    yield { kind: 'list', start: null, items };
  }
  yield* sources.blocks();
  yield* banner;
}

function* claimBlocks(group: ClaimGroup, number: number, sources: SourceList): Iterable<Block> {
  const { claim, contradictedBy } = group.claim;
  yield {
    kind: 'heading',
    level: 2,
    anchor: `claim-${claim.id}`,
    content: [plain(`${number}. ${claim.statement}`)],
  };
  yield { kind: 'paragraph', content: [plain(claimFacts(group.claim, group.mentions.length))] };
  if (claim.note !== null && claim.note !== '') {
    yield { kind: 'paragraph', content: [plain(`Note: ${claim.note}`)] };
  }
  if (contradictedBy.length > 0) {
    yield { kind: 'paragraph', content: [plain('Contradicted by:')] };
    yield {
      kind: 'list',
      start: null,
      items: contradictedBy.map((statement) => ({
        anchor: null,
        content: [{ kind: 'paragraph', content: [plain(statement)] }],
      })),
    };
    yield { kind: 'paragraph', content: [plain('Mentions:')] };
  }
  if (group.mentions.length > 0) {
    const items = group.mentions.map((mark) => mentionItem(mark, sources));
    yield { kind: 'list', start: null, items };
  }
}

function claimFacts(snapshot: ClaimSnapshot, mentions: number): string {
  const { claim, event, credibility, originCount, tags } = snapshot;
  const about =
    event === null
      ? null
      : [`Event: ${event.name}`, event.date, event.place]
          .filter((part) => part !== null)
          .join(', ');
  return sentences([
    `${capital(claim.kind)}, ${claim.status}`,
    about,
    claim.stated === null ? null : `Stated ${claim.stated}`,
    credibility === null
      ? null
      : `Credibility ${credibility.value}: ${credibilityWords[credibility.value].toLowerCase()}`,
    originCount === 0 ? null : `Known origins: ${originCount}`,
    tags.length === 0 ? null : `Tags: ${tags.join(', ')}`,
    claim.handling === null ? null : `Handling: ${claim.handling}`,
    mentions === 0 ? 'No source is marked as saying it: unsupported' : null,
  ]);
}

function mentionItem(mark: MarkSnapshot, sources: SourceList): ListItem {
  const number = sources.numberOf(mark.source);
  return {
    anchor: `mark-${mark.highlight.id}`,
    content: [
      {
        kind: 'paragraph',
        content: [
          plain(`“${mark.highlight.quote}” `),
          { kind: 'citation', found: true, references: [{ number, anchor: sourceAnchor(number) }] },
          { kind: 'break' },
          plain(mentionDetails(mark)),
        ],
      },
    ],
  };
}
