import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Review, ReviewsApi } from '../../shared/contract/reviews.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { spansProblem, describeSpanProblem } from '../../shared/domain/highlights/span.ts';
import type { CommentId, VerdictId } from '../../shared/domain/ids.ts';
import {
  countingVerdicts,
  type Answer,
  type Comment,
  type ReviewTarget,
  type Verdict,
} from '../../shared/domain/reviews/verdict.ts';
import { removeClaim } from '../claims/join-claims.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { removeHighlight } from '../highlights/remove-highlight.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { applyProposal, checkedProposal } from './apply-proposal.ts';
import { everythingSaid } from './everything-said.ts';
import { createAssignments } from './assignments.ts';
import { blindSources } from './assignments-store.ts';
import { presentFields } from './present-fields.ts';
import { hangingOn } from './reviews-store.ts';
import { findTarget, targetOrFail, type FoundTarget } from './targets.ts';
import { isHidden } from './visibility-store.ts';
import { progressOf } from './progress.ts';
import { analystNames, waitingFor } from './waiting.ts';
import { commentsOn, isAnswered, verdictsOn } from './waiting-store.ts';

const verdictWords = {
  accepted: 'Accept',
  rejected: 'Reject',
  'change-proposed': 'Propose a change of',
  'nothing-to-mark': 'Nothing to mark in',
} as const;

/** Verdicts and comments: what analysts say of each other's work, and what becomes of it. */
export function createReviews(context: ServiceContext): Handlers<ReviewsApi> {
  const { db, changes } = context;
  const me = () => context.analyst().id;

  /** Work that is hidden from the analyst is not there for them. */
  function reviewed(kind: ReviewTarget, id: string): FoundTarget {
    const target = targetOrFail(db, kind, id);
    if (
      target.authorId !== null &&
      isHidden(db, target, target.authorId, me(), blindSources(db, me()))
    ) {
      throw new AttestError(
        'not-allowed',
        'That is a colleague’s work in a source that you mark without seeing each other’s. Hand yours in first.',
      );
    }
    return target;
  }

  function review(target: FoundTarget): Review {
    const nameOf = analystNames(db);
    const blind = blindSources(db, me());
    const seen = <T extends { readonly analystId: Verdict['analystId'] }>(rows: T[]): T[] =>
      rows.filter((row) => !isHidden(db, target, row.analystId, me(), blind));
    const verdicts = seen(verdictsOn(db, target.id));
    const comments = seen(commentsOn(db, target.id));
    const counting = new Set(countingVerdicts(verdicts).map(({ id }) => id));
    return {
      authorId: target.authorId,
      author: target.authorId === null ? null : nameOf(target.authorId),
      sourceId: target.sourceId,
      present: presentFields(db, target),
      verdicts: verdicts.toReversed().map((verdict) => ({
        ...verdict,
        analyst: nameOf(verdict.analystId),
        counts: counting.has(verdict.id),
        answer:
          comments.findLast(
            ({ verdictId, analystId }) => verdictId === verdict.id && analystId === target.authorId,
          )?.answer ?? null,
      })),
      comments: comments.map((comment) => ({
        ...comment,
        analyst: nameOf(comment.analystId),
        quote: quoteFor(db, comment),
      })),
    };
  }

  /** A verdict that its author's colleague may answer. */
  function answerable(verdictId: VerdictId): { verdict: Verdict; target: FoundTarget } {
    const verdict = recordStores.verdict.get(db, verdictId);
    const target = verdict && findTarget(db, verdict.targetKind, verdict.targetId);
    if (verdict === null || target === null) {
      throw new AttestError(
        'not-found',
        'That verdict is not in this project any more. Nothing was changed.',
      );
    }
    if (target.authorId !== me()) {
      throw new AttestError(
        'not-allowed',
        'Only the author of the work answers a verdict on it. Nothing was changed.',
      );
    }
    if (!countingVerdicts(verdictsOn(db, target.id)).some(({ id }) => id === verdictId)) {
      throw new AttestError(
        'conflict',
        'The colleague gave another verdict since; that one counts. Nothing was changed.',
      );
    }
    return { verdict, target };
  }

  function answerOf(verdict: Verdict, answer: Answer, text: string): Comment {
    return {
      ...newComment(context),
      targetKind: verdict.targetKind,
      targetId: verdict.targetId,
      text,
      verdictId: verdict.id,
      answer,
    };
  }

  function ownComment(commentId: CommentId): Comment {
    const comment = recordStores.comment.get(db, commentId);
    if (comment === null) {
      throw new AttestError(
        'not-found',
        'That comment is not in this project any more. Nothing was changed.',
      );
    }
    if (comment.analystId !== me()) {
      throw new AttestError(
        'not-allowed',
        'A comment is changed by the one who wrote it. Nothing was changed.',
      );
    }
    return comment;
  }

  return {
    of: ({ targetKind, targetId }) => review(reviewed(targetKind, targetId)),

    give({ targetKind, targetId, verdict, reason, proposal }) {
      const target = reviewed(targetKind, targetId);
      if (target.authorId === me()) {
        throw new AttestError(
          'not-allowed',
          'This is your own work: a verdict is given on a colleague’s. Nothing was changed.',
        );
      }
      if (verdict === 'nothing-to-mark' && targetKind !== 'source') {
        throw new AttestError(
          'invalid-input',
          '“Nothing to mark” is said of a source. Nothing was changed.',
        );
      }
      const why = reason?.trim() || null;
      if (verdict === 'rejected' && why === null) {
        throw new AttestError(
          'invalid-input',
          'A rejection needs a reason, so that its author knows why. Nothing was changed.',
        );
      }
      if ((verdict === 'change-proposed') !== (proposal !== undefined)) {
        throw new AttestError(
          'invalid-input',
          'A proposed change needs the values that should stand there, and no other verdict has them. Nothing was changed.',
        );
      }
      const given: Verdict = {
        id: context.newId() as VerdictId,
        targetKind,
        targetId,
        verdict,
        reason: why,
        proposal:
          proposal === undefined ? null : checkedProposal(context, targetKind, targetId, proposal),
        analystId: me(),
        createdAt: nowIso(context),
      };
      changes.record(`${verdictWords[verdict]} ${target.words}`, (draft) =>
        draft.put('verdict', given),
      );
      return given;
    },

    takeOver({ verdictId, text }) {
      const { verdict, target } = answerable(verdictId);
      switch (verdict.verdict) {
        case 'rejected':
          changes.record(`Take a rejection over: remove ${target.words}`, (draft) =>
            removeTarget(context, draft, target),
          );
          return null;
        case 'change-proposed':
          changes.record(`Take a proposed change of ${target.words} over`, (draft) => {
            applyProposal(context, draft, verdict);
            draft.put('comment', answerOf(verdict, 'taken-over', text?.trim() || 'Taken over.'));
          });
          return null;
        case 'accepted':
        case 'nothing-to-mark':
          throw new AttestError(
            'invalid-input',
            'Only a rejection or a proposed change can be taken over. Nothing was changed.',
          );
      }
    },

    keep({ verdictId, text }) {
      const { verdict, target } = answerable(verdictId);
      const comment = answerOf(verdict, 'kept', text.trim());
      changes.record(`Keep ${target.words} after a verdict`, (draft) =>
        draft.put('comment', comment),
      );
      return comment;
    },

    comment({ targetKind, targetId, text, parentId, place }) {
      const target = reviewed(targetKind, targetId);
      const parent = parentId === undefined ? null : recordStores.comment.get(db, parentId);
      if (parentId !== undefined && parent?.targetId !== targetId) {
        throw new AttestError(
          'not-found',
          'The comment that you answer is not there any more. Nothing was changed.',
        );
      }
      if (place !== undefined) {
        const source = textOfSource(db, place.sourceId);
        const problem = source === undefined ? null : spansProblem(source, place.spans);
        if (source === undefined || problem !== null) {
          throw new AttestError(
            'invalid-input',
            `The comment points to words that are not there${problem === null ? '' : `: the span ${describeSpanProblem(problem)}`}. Nothing was changed.`,
          );
        }
      }
      const comment: Comment = {
        ...newComment(context),
        targetKind,
        targetId,
        parentId: parent?.id ?? null,
        text: text.trim(),
        sourceId: place?.sourceId ?? null,
        spans: place?.spans ?? null,
      };
      changes.record(`Comment on ${target.words}`, (draft) => draft.put('comment', comment));
      return comment;
    },

    note({ targetKind, targetId }) {
      const target = reviewed(targetKind, targetId);
      const last = commentsOn(db, targetId).findLast(({ analystId }) => analystId !== me());
      const comment: Comment = {
        ...newComment(context),
        targetKind,
        targetId,
        text: 'Noted.',
        parentId: last?.id ?? null,
        answer: 'noted',
      };
      changes.record(`Note what was said of ${target.words}`, (draft) =>
        draft.put('comment', comment),
      );
      return comment;
    },

    editComment({ commentId, text }) {
      const comment = { ...ownComment(commentId), text: text.trim() };
      changes.record('Change a comment', (draft) => draft.put('comment', comment));
      return comment;
    },

    removeComment({ commentId }) {
      const comment = ownComment(commentId);
      changes.record('Remove a comment', (draft) => {
        if (isAnswered(db, comment)) draft.put('comment', { ...comment, text: '' });
        else draft.remove('comment', commentId);
      });
      return null;
    },

    list: () => everythingSaid(db, me()),
    waiting: (wanted) => waitingFor(db, me(), wanted),
    progress: () => progressOf(db, me()),
    ...createAssignments(context),
  };
}

/** The words that a comment points to, where their source is here. */
function quoteFor(db: ReadDb, { sourceId, spans }: Comment): string | null {
  if (sourceId === null || spans === null) return null;
  const text = textOfSource(db, sourceId);
  return text === undefined || spansProblem(text, spans) !== null ? null : quoteOf(text, spans);
}

function newComment(context: ServiceContext): Comment {
  return {
    id: context.newId() as CommentId,
    targetKind: 'source',
    targetId: '',
    parentId: null,
    text: '',
    sourceId: null,
    spans: null,
    verdictId: null,
    answer: null,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  };
}

function removeTarget(context: ServiceContext, draft: ChangeDraft, target: FoundTarget): void {
  const { db } = context;
  const { kind, id } = target;
  switch (kind) {
    case 'highlight':
      removeHighlight(db, draft, id);
      return;
    case 'claim': {
      const claim = draft.get('claim', id);
      if (claim !== null) removeClaim(db, draft, claim);
      return;
    }
    case 'attribution':
    case 'grade':
      for (const item of hangingOn(db, id)) draft.remove(item.kind, item.id);
      draft.remove(kind, id);
      return;
    case 'source':
  }
}
