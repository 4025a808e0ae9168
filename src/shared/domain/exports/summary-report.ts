import type { CitationTarget, Summary } from '../summaries/summary.ts';
import type { MarkSnapshot, SnapshotHeader } from './project-snapshot.ts';
import { plain, type Block, type Report, type SourceReference } from './report-blocks.ts';
import { richTextBlocks } from './rich-text-blocks.ts';
import { createSourceList, markAnchor } from './source-list.ts';

/** What a summary is exported from. */
export interface SummaryReportInput {
  readonly header: SnapshotHeader;
  readonly summary: Summary;
  /** The marks that a citation rests on, in the order of marking; null where what it cites is gone. */
  readonly marksOf: (target: CitationTarget) => readonly MarkSnapshot[] | null;
  /** The highest handling of the summary and all that it cites. */
  readonly handling: string | null;
}

/** A summary with its citations as numbers of the source list, in which each cited quote stands. */
export function summaryReport(input: SummaryReportInput): Report {
  const { summary, handling, header } = input;
  const sources = createSourceList();

  function references(target: CitationTarget): readonly SourceReference[] | null {
    const marks = input.marksOf(target);
    if (marks === null) return null;
    const found = new Map<number, SourceReference>();
    for (const mark of marks) {
      const number = sources.numberOf(mark.source);
      sources.quote(mark);
      if (!found.has(number)) found.set(number, { number, anchor: markAnchor(mark.highlight.id) });
    }
    return [...found.values()].sort((a, b) => a.number - b.number);
  }

  const banner: Block[] = handling === null ? [] : [{ kind: 'banner', text: handling }];
  const title: Block = {
    kind: 'heading',
    level: 1,
    anchor: null,
    content: [plain(summary.title)],
  };
  // Read first, for the order of the citations numbers the sources.
  const text = richTextBlocks(summary.content, references);
  const colophon = plain(
    `From the project “${header.projectName}”, exported ${header.exportedAt}.`,
  );
  return {
    title: summary.title,
    blocks: [
      ...banner,
      title,
      ...text,
      ...sources.blocks(),
      { kind: 'paragraph', content: [colophon] },
      ...banner,
    ],
  };
}
