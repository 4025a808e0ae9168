import { useState, type ReactNode } from 'react';
import type { CommentRow } from '../../shared/contract/reviews.ts';
import type { AnalystId, CommentId } from '../../shared/domain/ids.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError } from '../app/overlays.ts';
import { openPlace, workspace } from '../app/workspace.ts';
import { dateText } from '../claims/date-text.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { hasUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import type { Reviewed } from './review-actions.ts';
import { answerWords } from './review-words.ts';
import styles from './Reviews.module.css';
import { CommentForm, type CommentPlace } from './CommentForm.tsx';
import { WordsForm } from './WordsForm.tsx';

type Writing =
  { readonly kind: 'new' } | { readonly kind: 'reply' | 'edit'; readonly commentId: CommentId };

/** The talk about one thing: comments, answers below what they answer, and a way to write. */
export function CommentThread({
  target,
  comments,
  profileId,
  hasKeys = false,
}: {
  readonly target: Reviewed;
  /** Oldest first. */
  readonly comments: readonly CommentRow[];
  readonly profileId: AnalystId;
  readonly hasKeys?: boolean;
}) {
  // What was begun comes back with the mark that it is about.
  const [writing, setWriting] = useState<Writing | null>(() => begun(target, comments));
  useFocusWish('comment', () => setWriting({ kind: 'new' }), hasKeys);
  const canWrite = canChangeProject();
  const close = () => setWriting(null);
  const send = (text: string, place: CommentPlace | null, parentId?: CommentId) =>
    api.reviews.comment({
      ...target,
      text,
      ...(parentId === undefined ? {} : { parentId }),
      ...(place === null
        ? {}
        : { place: { sourceId: place.sourceId, spans: place.spans.map(([a, b]) => [a, b]) } }),
    });
  const last = comments.at(-1);
  const canNote =
    canWrite && last !== undefined && last.analystId !== profileId && last.answer !== 'noted';
  const roots = comments.filter(
    ({ parentId }) => parentId === null || !comments.some(({ id }) => id === parentId),
  );
  return (
    <>
      {comments.length > 0 && (
        <ul className={styles.list} aria-label="Comments">
          {roots.map((comment) => thread(comment, 0))}
        </ul>
      )}
      {writing?.kind === 'new' && (
        <CommentForm
          name={`comment/${target.targetId}`}
          label="Comment"
          actionName="Comment"
          onSend={(text, place) => send(text, place)}
          onClose={close}
        />
      )}
      {canWrite && writing === null && (
        <div className={styles.row}>
          <Button small variant="quiet" onClick={() => setWriting({ kind: 'new' })}>
            Comment…
          </Button>
          {canNote && (
            <Button small variant="quiet" onClick={() => note(target)}>
              Noted
            </Button>
          )}
        </div>
      )}
    </>
  );

  /** No component of its own: a form in it would be drawn anew with each answer that comes in. */
  function thread(comment: CommentRow, depth: number): ReactNode {
    const answers = comments.filter(({ parentId }) => parentId === comment.id);
    return (
      <li key={comment.id} className={depth > 0 && depth < 4 ? styles.reply : undefined}>
        {writing?.kind === 'edit' && writing.commentId === comment.id ? (
          <WordsForm
            name={`comment/${comment.id}/text`}
            label="Comment"
            actionName="Save"
            start={comment.text}
            required="Write something first."
            onSend={(text) => api.reviews.editComment({ commentId: comment.id, text })}
            onClose={close}
          />
        ) : (
          <CommentText comment={comment} />
        )}
        {canWrite && writing === null && (
          <div className={styles.row}>
            <Button
              small
              variant="quiet"
              onClick={() => setWriting({ kind: 'reply', commentId: comment.id })}
            >
              Reply
            </Button>
            {comment.analystId === profileId &&
              comment.text !== '' &&
              comment.answer !== 'noted' && (
                <>
                  <Button
                    small
                    variant="quiet"
                    onClick={() => setWriting({ kind: 'edit', commentId: comment.id })}
                  >
                    Edit
                  </Button>
                  <Button
                    small
                    variant="quiet"
                    onClick={() => {
                      api.reviews.removeComment({ commentId: comment.id }).catch(notifyError);
                    }}
                  >
                    Remove
                  </Button>
                </>
              )}
          </div>
        )}
        {writing?.kind === 'reply' && writing.commentId === comment.id && (
          <CommentForm
            name={`comment/${comment.id}/reply`}
            label={`Reply to ${comment.analyst}`}
            actionName="Reply"
            onSend={(text, place) => send(text, place, comment.id)}
            onClose={close}
          />
        )}
        {answers.length > 0 && (
          <ul className={styles.list}>{answers.map((answer) => thread(answer, depth + 1))}</ul>
        )}
      </li>
    );
  }
}

/** What was begun to be written about a target and is not sent yet. */
function begun({ targetId }: Reviewed, comments: readonly CommentRow[]): Writing | null {
  if (hasUnsent(`comment/${targetId}`)) return { kind: 'new' };
  for (const { id } of comments) {
    if (hasUnsent(`comment/${id}/reply`)) return { kind: 'reply', commentId: id };
    if (hasUnsent(`comment/${id}/text`)) return { kind: 'edit', commentId: id };
  }
  return null;
}

/** Says that what colleagues said was read, so that it waits no more. */
function note({ targetKind, targetId }: Reviewed): void {
  api.reviews
    .note({ targetKind, targetId })
    .then(() => announce('Noted'))
    .catch(notifyError);
}

function CommentText({ comment }: { readonly comment: CommentRow }) {
  const { sourceId, spans, answer, quote } = comment;
  const first = spans?.[0]?.[0];
  const last = spans?.at(-1)?.[1];
  return (
    <div className={styles.said}>
      {quote !== null && sourceId !== null && first !== undefined && last !== undefined && (
        <button
          type="button"
          className={styles.mention}
          title="Show in the text"
          dir="auto"
          onClick={() => openPlace(sourceId, workspace.get().highlightId, [first, last])}
        >
          {quote}
        </button>
      )}
      {answer !== null && <strong>{answerWords[answer]}. </strong>}
      {answer !== 'noted' && (
        <span className={styles.text} dir="auto">
          {comment.text === '' ? <em className={styles.soft}>Taken back</em> : comment.text}
        </span>
      )}
      <div className={styles.row}>
        <span className={styles.soft}>
          {comment.analyst}, {dateText(comment.createdAt)}
        </span>
      </div>
    </div>
  );
}
