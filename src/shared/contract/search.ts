import { z } from 'zod';
import type { ClaimId, HighlightId, SourceId } from '../domain/ids.ts';
import type { MethodTable } from './method-table.ts';

/** A place that a search found. In a source: UTF-16 offsets of its text; in a statement or note: offsets of that. */
export interface SearchHit {
  readonly sourceId: SourceId | null;
  readonly claimId: ClaimId | null;
  readonly highlightId: HighlightId | null;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const searchInput = z.object({
  query: z.string().max(1_000),
  in: z.enum(['text', 'claims', 'notes']),
  regex: z.boolean().optional(),
  /** Whether furniture is searched too; in texts alone. */
  withBoilerplate: z.boolean().optional(),
  limit: z.int().min(1).max(10_000),
});

export interface SearchApi {
  /** In order of rank, then position; furniture is left out unless it is asked for. A bad regular expression is explained. */
  find(input: z.infer<typeof searchInput>): Promise<readonly SearchHit[]>;
}

export const searchMethods = {
  find: { access: 'read', input: searchInput },
} as const satisfies MethodTable<SearchApi>;
