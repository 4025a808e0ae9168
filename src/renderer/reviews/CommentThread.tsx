import { useState, type ReactNode } from 'react';
import type { CommentRow } from '../../shared/contract/reviews.ts';
import type { AnalystId, CommentId } from '../../shared/domain/ids.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { openPlace, workspace } from '../app/workspace.ts';
import { dateText } from '../claims/date-text.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { Button } from '../ui/Button.tsx';
import type { Reviewed } from './review-actions.ts';
import { answerWords } from './review-words.ts';
import styles from './Reviews.module.css';
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
  const [writing, setWriting] = useState<Writing | null>(null);
  useFocusWish('comment', () => setWriting({ kind: 'new' }), hasKeys);
  const canWrite = canChangeProject();
  const close = () => setWriting(null);
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
        <WordsForm
          name={`comment/${target.targetId}`}
          label="Comment"
          actionName="Comment"
          required="Write something first."
          onSend={(text) => api.reviews.comment({ ...target, text, ...selectedPlace() })}
          onClose={close}
        />
      )}
      {canWrite && writing === null && (
        <div className={styles.row}>
          <Button small variant="quiet" onClick={() => setWriting({ kind: 'new' })}>
            Comment…
          </Button>
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
            {comment.analystId === profileId && comment.text !== '' && (
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
          <WordsForm
            name={`comment/${comment.id}/reply`}
            label={`Reply to ${comment.analyst}`}
            actionName="Reply"
            required="Write something first."
            onSend={(text) => api.reviews.comment({ ...target, text, parentId: comment.id })}
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

/** Selected words are what a new comment points to. */
function selectedPlace() {
  const { selection } = workspace.get();
  return selection === null
    ? {}
    : { place: { sourceId: selection.sourceId, spans: [...selection.spans] } };
}

function CommentText({ comment }: { readonly comment: CommentRow }) {
  const { sourceId, spans, answer } = comment;
  const first = spans?.[0]?.[0];
  const last = spans?.at(-1)?.[1];
  return (
    <div className={styles.said}>
      {answer !== null && <strong>{answerWords[answer]}. </strong>}
      <span className={styles.text} dir="auto">
        {comment.text === '' ? <em className={styles.soft}>Taken back</em> : comment.text}
      </span>
      <div className={styles.row}>
        <span className={styles.soft}>
          {comment.analyst}, {dateText(comment.createdAt)}
        </span>
        {sourceId !== null && first !== undefined && last !== undefined && (
          <Button
            small
            variant="quiet"
            onClick={() => openPlace(sourceId, workspace.get().highlightId, [first, last])}
          >
            Show the words
          </Button>
        )}
      </div>
    </div>
  );
}
