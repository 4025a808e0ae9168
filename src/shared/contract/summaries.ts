import { z } from 'zod';
import type { HighlightId, SourceId, SummaryId } from '../domain/ids.ts';
import type { CitationTarget, RichTextNode, Summary } from '../domain/summaries/summary.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, lineText } from './schemas.ts';

export interface SummaryRow {
  readonly id: SummaryId;
  readonly title: string;
  readonly handling: string | null;
  readonly createdAt: string;
}

/** What a citation shows and opens: the claim's statement or the mark's quote, and where it stands. */
export interface CitationCard extends CitationTarget {
  /** False when what it cites is gone. */
  readonly found: boolean;
  readonly statement: string | null;
  readonly quote: string | null;
  readonly highlightId: HighlightId | null;
  readonly sourceId: SourceId | null;
  readonly sourceTitle: string | null;
  readonly outlet: string | null;
  /** Every source that the citation rests on, in order of marking. */
  readonly sourceIds: readonly SourceId[];
}

const richText: z.ZodType<RichTextNode> = z.lazy(() =>
  z.object({
    type: z.string().max(50),
    attrs: z.record(z.string(), z.json()).optional(),
    content: z.array(richText).optional(),
    marks: z
      .array(
        z.object({
          type: z.string().max(50),
          attrs: z.record(z.string(), z.json()).optional(),
        }),
      )
      .optional(),
    text: z.string().optional(),
  }),
);

const createInput = z.object({ title: lineText, fromClaims: z.boolean().optional() });
const saveInput = z.object({
  summaryId: idOf<'summary'>(),
  title: lineText.optional(),
  content: richText.optional(),
  handling: lineText.nullable().optional(),
});
const cardsInput = z.object({
  targets: z
    .array(z.object({ targetKind: z.enum(['claim', 'highlight']), targetId: z.uuid() }))
    .max(10_000),
});

export interface SummariesApi {
  list(input: object): Promise<readonly SummaryRow[]>;
  get(input: { readonly summaryId: SummaryId }): Promise<Summary>;
  create(input: z.infer<typeof createInput>): Promise<Summary>;
  /** One change; undone by this summary's own undo. */
  save(input: z.infer<typeof saveInput>): Promise<Summary>;
  remove(input: { readonly summaryId: SummaryId }): Promise<null>;
  /** What each citation shows, in the order asked for. */
  citations(input: z.infer<typeof cardsInput>): Promise<readonly CitationCard[]>;
}

export const summariesMethods = {
  list: { access: 'read', input: z.object({}) },
  get: { access: 'read', input: z.object({ summaryId: idOf<'summary'>() }) },
  create: { access: 'write', input: createInput },
  save: { access: 'write', input: saveInput },
  remove: { access: 'write', input: z.object({ summaryId: idOf<'summary'>() }) },
  citations: { access: 'read', input: cardsInput },
} as const satisfies MethodTable<SummariesApi>;
