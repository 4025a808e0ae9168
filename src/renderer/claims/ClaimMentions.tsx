import type { ClaimDetail, MentionRow } from '../../shared/contract/claims.ts';
import { openPlace } from '../app/workspace.ts';
import { useReplacedSources } from '../versions/use-replaced.ts';
import { citationDrag } from '../editor/citation-drag.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { stanceWords } from './claim-words.ts';
import { supportWords } from './claim-form.ts';
import styles from './Inspector.module.css';
import { Section } from './Section.tsx';

/** Where the sources say it, each with stance, attribution and grades; a click opens the place. */
export function ClaimMentions({ detail }: { readonly detail: ClaimDetail }) {
  const { claim, mentions } = detail;
  const replaced = useReplacedSources();
  return (
    <Section title="Mentions" count={mentions.length}>
      <p className={styles.soft}>{supportWords(claim)}</p>
      <ul className={styles.items}>
        {mentions.map((mention) => (
          <li key={mention.id} className={styles.item} {...citationDrag('highlight', mention.id)}>
            <Mention mention={mention} isOlder={replaced.has(mention.sourceId)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Mention({
  mention,
  isOlder,
}: {
  readonly mention: MentionRow;
  readonly isOlder: boolean;
}) {
  return (
    <>
      <button
        type="button"
        className={styles.itemText}
        onClick={() => openPlace(mention.sourceId, mention.id)}
      >
        <span className={`${styles.quote} ${styles.clamp}`}>{mention.quote}</span>
        <span className={styles.soft}>
          {mention.stance && <b>{stanceWords[mention.stance]} · </b>}
          {isOlder && 'Older version · '}
          {[mention.outlet, mention.sourceTitle].filter(Boolean).join(', ')}
        </span>
        <span className={styles.soft}>{attributionWords(mention)}</span>
      </button>
      <GradeSign reliability={mention.reliability} />
      <GradeSign credibility={mention.credibility} />
    </>
  );
}

function attributionWords(mention: MentionRow): string {
  return mention.attributionLinks === null ? 'Not yet attributed' : (mention.attributionText ?? '');
}
