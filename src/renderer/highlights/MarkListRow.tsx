import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { stanceWords } from '../claims/claim-words.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { verdictBy, verdictWords } from '../reviews/review-words.ts';
import { Chip } from '../ui/Chip.tsx';
import { attributionWords } from './mark-words.ts';
import styles from './MarkList.module.css';

/** A mark in the list: its quote, its claim, who is behind it, its tags and whose mark it is. */
export function MarkListRow({
  row,
  tags,
  analysts,
  reviewers,
  rejected,
  difference = null,
  pending,
}: {
  readonly row: MarkRow;
  readonly tags: ReadonlyMap<TagId, TagRow>;
  /** Whose mark it is, and who made the same; empty while not known. */
  readonly analysts: readonly Analyst[];
  /** The names of those whose verdict it has. */
  readonly reviewers: readonly string[];
  /** Whether every mark that the line stands for is rejected. */
  readonly rejected: boolean;
  /** What two compared layers differ in here. */
  readonly difference?: string | null;
  readonly pending: boolean;
}) {
  const rowTags = row.tagIds.flatMap((id) => tags.get(id) ?? []);
  const attribution = attributionWords(row);
  const isClaim = row.claimId !== null || row.statement !== null;
  return (
    <>
      <p className={rejected ? styles.rejectedQuote : styles.quote} dir="auto">
        {row.quote}
      </p>
      {row.statement !== null && (
        <p className={styles.statement} dir="auto">
          {row.statement}
        </p>
      )}
      <div className={styles.details}>
        <span className={isClaim ? styles.claim : styles.plain}>
          {isClaim ? (row.stance === null ? 'Claim' : stanceWords[row.stance]) : 'Highlight'}
        </span>
        {attribution !== null && <span className={styles.attribution}>{attribution}</span>}
        <GradeSign credibility={row.credibility} />
        {row.review !== null && (
          <span className={rejected ? styles.rejected : styles.review}>
            <span aria-hidden="true">{verdictWords[row.review].sign} </span>
            {verdictBy(row.review, reviewers)}
          </span>
        )}
        {pending && <span>Saving</span>}
        {difference !== null && <span className={styles.difference}>{difference}</span>}
        <span className={styles.initials}>
          {analysts.map(({ id, name, initials }) => (
            <abbr key={id} title={name}>
              {initials}
            </abbr>
          ))}
        </span>
      </div>
      {rowTags.length > 0 && (
        <div className={styles.tags}>
          {rowTags.map((tag) => (
            <Chip key={tag.id} name={tag.name} colour={tag.colour} title={tag.path} />
          ))}
        </div>
      )}
    </>
  );
}
