import type { Review, VerdictRow } from '../../shared/contract/reviews.ts';
import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { openPlace, workspace } from '../app/workspace.ts';
import { useSourceText } from '../attributions/use-chain.ts';
import { dateText } from '../claims/date-text.ts';
import { Button } from '../ui/Button.tsx';
import { answerWords, proposalLines, verdictBy, verdictWords } from './review-words.ts';
import styles from './Reviews.module.css';

/** One verdict in full: what, by whom, why, what should stand there instead, when, and what its author answered. */
export function VerdictText({
  verdict,
  review,
}: {
  readonly verdict: VerdictRow;
  readonly review: Pick<Review, 'present' | 'sourceId'>;
}) {
  return (
    <>
      <div>
        <span aria-hidden="true">{verdictWords[verdict.verdict].sign} </span>
        <strong>{verdictBy(verdict.verdict, [verdict.analyst])}</strong>
      </div>
      {verdict.reason !== null && (
        <div className={styles.text} dir="auto">
          {verdict.reason}
        </div>
      )}
      {verdict.proposal !== null && <Proposed proposal={verdict.proposal} review={review} />}
      <div className={styles.soft}>
        {dateText(verdict.createdAt)}
        {verdict.answer !== null && ` · ${answerWords[verdict.answer]}`}
      </div>
    </>
  );
}

function Proposed({
  proposal,
  review: { present, sourceId },
}: {
  readonly proposal: Proposal;
  readonly review: Pick<Review, 'present' | 'sourceId'>;
}) {
  const { spans } = proposal.fields as { readonly spans?: readonly Span[] };
  const lines = proposalLines(proposal, present).filter(
    ({ name }) => name !== 'Words' || sourceId === null,
  );
  return (
    <ul className={styles.list} aria-label="Proposed">
      {spans !== undefined && sourceId !== null && (
        <ProposedWords sourceId={sourceId} spans={spans} />
      )}
      {lines.map(({ name, before, after }) => (
        <li key={name} dir="auto">
          <span className={styles.soft}>{name}: </span>
          {before !== null && (
            <>
              <del>{before}</del>
              <span className={styles.soft}> → </span>
            </>
          )}
          {before === null ? after : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}

function ProposedWords({
  sourceId,
  spans,
}: {
  readonly sourceId: SourceId;
  readonly spans: readonly Span[];
}) {
  const text = useSourceText(sourceId);
  const first = spans[0]?.[0] ?? 0;
  const last = spans.at(-1)?.[1] ?? first;
  return (
    <li>
      <span className={styles.soft}>Words: </span>
      <span className={styles.placeWords} dir="auto">
        {text === '' ? '' : `“${quoteOf(text, spans)}”`}
      </span>{' '}
      <Button
        small
        variant="quiet"
        onClick={() => openPlace(sourceId, workspace.get().highlightId, [first, last])}
      >
        Show the proposed words
      </Button>
    </li>
  );
}
