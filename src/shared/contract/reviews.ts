import { z } from 'zod';
import { attributionForms } from '../domain/attributions/attribution.ts';
import { claimKinds, claimStatuses } from '../domain/claims/claim.ts';
import { credibilities, reliabilities } from '../domain/grades/grade.ts';
import { stances } from '../domain/highlights/highlight.ts';
import type { AnalystId, AssignmentId, CommentId, SourceId, VerdictId } from '../domain/ids.ts';
import type { Proposal } from '../domain/reviews/proposal.ts';
import {
  reviewTargets,
  verdictKinds,
  type Comment,
  type ReviewTarget,
  type Verdict,
} from '../domain/reviews/verdict.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, lineText, longText, spanSchema, spansSchema } from './schemas.ts';

const tagPath = lineText.refine(
  (path) => path.split('/').every((name) => name.trim() !== ''),
  'has an empty part',
);

/** What can be proposed, by what it is proposed for; tags by path, actors by name. */
export const proposalFields = {
  highlight: z
    .object({
      spans: spansSchema,
      tags: z.array(tagPath).max(100),
      note: longText.nullable(),
      stance: z.enum(stances).nullable(),
      /** The statement of the claim that it should carry; null for none. */
      claim: lineText.nullable(),
    })
    .partial(),
  claim: z
    .object({
      statement: lineText,
      kind: z.enum(claimKinds),
      status: z.enum(claimStatuses),
      /** An event by its name, made where there is none; null for no event. */
      event: lineText.nullable(),
      /** When the statement was made, EDTF. */
      stated: lineText.nullable(),
      tags: z.array(tagPath).max(100),
      note: longText.nullable(),
    })
    .partial(),
  attribution: z.object({
    /** Nearest the words first; none is the outlet's own voice. */
    links: z
      .array(
        z.object({
          actors: z
            .array(z.union([z.object({ name: lineText }), z.object({ unnamed: lineText })]))
            .min(1)
            .max(50),
          role: lineText.nullable().default(null),
          forms: z.array(z.enum(attributionForms)).max(4).default([]),
          cue: lineText.nullable().default(null),
          span: spanSchema.nullable().default(null),
          cueSpan: spanSchema.nullable().default(null),
          inferred: z.boolean().default(false),
          /** What it rests on; left out, each link of a chain that stays as long rests on what it rested on. */
          origin: z
            .object({
              kind: lineText,
              title: lineText,
              issuer: lineText.nullable(),
              date: lineText.nullable(),
            })
            .nullable()
            .optional(),
        }),
      )
      .max(20),
  }),
  grade: z
    .object({
      reliability: z.enum(reliabilities),
      credibility: z.union(credibilities.map((value) => z.literal(value))),
      reason: longText.nullable(),
    })
    .partial(),
} as const satisfies Record<Exclude<ReviewTarget, 'source'>, z.ZodType>;

/** A verdict with who gave it and what became of it. */
export interface VerdictRow extends Verdict {
  readonly analyst: string;
  /** Whether it is the latest of its analyst, the one that counts. */
  readonly counts: boolean;
  /** What the author of the work answered. */
  readonly answer: Comment['answer'];
}

export interface CommentRow extends Comment {
  readonly analyst: string;
  /** The words that it points to; null for none, and where their source is not here. */
  readonly quote: string | null;
}

/** Everything that was said of one thing. */
export interface Review {
  /** Whose work it is; null for a source, which is nobody's. */
  readonly authorId: AnalystId | null;
  readonly author: string | null;
  /** The source of a mark or attribution, or the source itself. */
  readonly sourceId: SourceId | null;
  /** What stands there now, in the shape of a proposal; null for a source, for which nothing can be proposed. */
  readonly present: Proposal['fields'] | null;
  /** Newest first. */
  readonly verdicts: readonly VerdictRow[];
  /** Oldest first. */
  readonly comments: readonly CommentRow[];
}

/** Why something waits: a mark for a verdict, a verdict for an answer, a comment to be read. */
export const waitingKinds = ['mark', 'verdict', 'comment'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** Something that waits for the analyst at work. */
export interface WaitingItem {
  readonly kind: WaitingKind;
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
  /** The mark, and the source, by which it is found in the text. */
  readonly highlightId: string | null;
  readonly claimId: string | null;
  readonly sourceId: SourceId | null;
  readonly sourceTitle: string | null;
  /** What it is in a few words: a quote, a statement, a title. */
  readonly label: string;
  readonly analyst: string;
  readonly at: string;
  readonly verdictId: VerdictId | null;
  readonly verdict: Verdict['verdict'] | null;
  /** The reason of a verdict, or the text of a comment. */
  readonly text: string | null;
}

export interface Waiting {
  /** At most as many of each kind as were asked for. */
  readonly items: readonly WaitingItem[];
  readonly counts: Readonly<Record<WaitingKind, number>>;
}

/** A verdict or a comment in the list of all. */
export interface SaidItem {
  readonly id: string;
  readonly kind: 'verdict' | 'comment';
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
  /** What it is about in a few words. */
  readonly label: string;
  readonly analyst: string;
  readonly createdAt: string;
  readonly verdict: Verdict['verdict'] | null;
  readonly proposal: Verdict['proposal'];
  /** Whether it is the latest verdict of its analyst there; null for a comment. */
  readonly counts: boolean | null;
  /** The reason of a verdict, or the text of a comment. */
  readonly text: string | null;
  readonly parentId: CommentId | null;
  readonly answer: Comment['answer'];
}

/** How far one analyst is with one source. */
export interface ProgressRow {
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  readonly analystId: AnalystId;
  readonly analyst: string;
  /** Marks of their own. */
  readonly own: number;
  /** Marks of others, and those of them without a verdict of this analyst. */
  readonly others: number;
  readonly open: number;
  /** Said to be done (accepted, or nothing to mark), or every mark of the others has a verdict. */
  readonly done: boolean;
  readonly nothingToMark: boolean;
  /** Assigned for blind marking: handed in or not; null where it is not assigned. */
  readonly handedIn: boolean | null;
  /** The analyst at work sees only their own layer there for now: the figures of others are left out. */
  readonly isBlind: boolean;
}

export interface Progress {
  readonly sources: number;
  readonly sourcesDone: number;
  readonly marksOpen: number;
  readonly rows: readonly ProgressRow[];
}

/** A source that is marked by several without seeing each other. */
export interface AssignmentRow {
  readonly id: AssignmentId;
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  readonly analysts: readonly {
    readonly id: AnalystId;
    readonly name: string;
    readonly handedIn: boolean;
  }[];
  /** All have handed in. */
  readonly isOpen: boolean;
}

const target = { targetKind: z.enum(reviewTargets), targetId: z.uuid() };

const giveInput = z.object({
  ...target,
  verdict: z.enum(verdictKinds),
  reason: longText.nullable().optional(),
  /** The fields of `proposalFields`, for a proposed change. */
  proposal: z.record(z.string().max(100), z.unknown()).optional(),
});

const takeOverInput = z.object({
  verdictId: idOf<'verdict'>(),
  text: longText.optional(),
});

const commentInput = z.object({
  ...target,
  text: longText.refine((text) => text.trim() !== '', 'is blank'),
  parentId: idOf<'comment'>().optional(),
  /** The words that it points to. */
  place: z.object({ sourceId: idOf<'source'>(), spans: spansSchema }).optional(),
});

const waitingInput = z.object({
  /** Of each kind. */
  limit: z.int().min(1).max(1_000_000),
  sourceId: idOf<'source'>().optional(),
  /** Whose mark, verdict or comment it is. */
  analystId: idOf<'analyst'>().optional(),
});

const assignInput = z.object({
  sourceIds: z.array(idOf<'source'>()).min(1).max(10_000),
  analystIds: z.array(idOf<'analyst'>()).min(2).max(100),
});

export interface ReviewsApi {
  of(input: { readonly targetKind: ReviewTarget; readonly targetId: string }): Promise<Review>;
  /** Gives a verdict on another's work, or on a source. A rejection asks for a reason. */
  give(input: z.infer<typeof giveInput>): Promise<Verdict>;
  /** The author takes a rejection (the work goes) or a proposed change over, as one change. */
  takeOver(input: z.infer<typeof takeOverInput>): Promise<null>;
  /** The author leaves the work as it is and says why. */
  keep(input: { readonly verdictId: VerdictId; readonly text: string }): Promise<Comment>;
  comment(input: z.infer<typeof commentInput>): Promise<Comment>;
  /** Says that what was said was read, without a word: it waits no more, for nobody. */
  note(input: { readonly targetKind: ReviewTarget; readonly targetId: string }): Promise<Comment>;
  editComment(input: { readonly commentId: CommentId; readonly text: string }): Promise<Comment>;
  /** Removes one's own comment; where others answered it, its text alone goes. */
  removeComment(input: { readonly commentId: CommentId }): Promise<null>;
  /** Everything that was said, oldest first. */
  list(input: object): Promise<readonly SaidItem[]>;
  /** What waits for the analyst at work: everything, or in one source, or by one colleague. */
  waiting(input: z.infer<typeof waitingInput>): Promise<Waiting>;
  progress(input: object): Promise<Progress>;
  /** Assigns sources to several analysts who do not see each other's work until all have handed in. */
  assign(input: z.infer<typeof assignInput>): Promise<readonly AssignmentRow[]>;
  unassign(input: { readonly assignmentId: AssignmentId }): Promise<null>;
  assignments(input: object): Promise<readonly AssignmentRow[]>;
  /** The analyst at work is done with a source that was assigned to them. */
  handIn(input: { readonly sourceId: SourceId }): Promise<readonly AssignmentRow[]>;
}

const notBlank = longText.refine((text) => text.trim() !== '', 'is blank');

export const reviewsMethods = {
  of: { access: 'read', input: z.object(target) },
  give: { access: 'write', input: giveInput },
  takeOver: { access: 'write', input: takeOverInput },
  keep: { access: 'write', input: z.object({ verdictId: idOf<'verdict'>(), text: notBlank }) },
  comment: { access: 'write', input: commentInput },
  note: { access: 'write', input: z.object(target) },
  editComment: {
    access: 'write',
    input: z.object({ commentId: idOf<'comment'>(), text: notBlank }),
  },
  removeComment: { access: 'write', input: z.object({ commentId: idOf<'comment'>() }) },
  list: { access: 'read', input: z.object({}) },
  waiting: { access: 'read', input: waitingInput },
  progress: { access: 'read', input: z.object({}) },
  assign: { access: 'write', input: assignInput },
  unassign: { access: 'write', input: z.object({ assignmentId: idOf<'assignment'>() }) },
  assignments: { access: 'read', input: z.object({}) },
  handIn: { access: 'write', input: z.object({ sourceId: idOf<'source'>() }) },
} as const satisfies MethodTable<ReviewsApi>;
