import { ArrowUpRight } from 'lucide-react';
import type { WaitingItem } from '../../shared/contract/reviews.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { useSourceText } from '../attributions/use-chain.ts';
import { dateText } from '../claims/date-text.ts';
import { withContext } from '../merges/merge-fields.ts';
import { Button } from '../ui/Button.tsx';
import { useReview } from './review-actions.ts';
import { proposalLines, targetWords } from './review-words.ts';
import { VerdictBox } from './VerdictBox.tsx';
import styles from './Waiting.module.css';

const contextUnits = 200;

/** One thing that waits: what it is, in its place, and all that was said of it, to be decided here. */
export function WaitingDetail({ item }: { readonly item: WaitingItem }) {
  const { targetKind, targetId, sourceId, label, sourceTitle, at } = item;
  const target = { targetKind, targetId };
  const { data } = useReview(target);
  const shortcut = useShortcut('waiting.show');
  const present = data?.present ?? null;
  const { spans } = (present ?? {}) as { readonly spans?: readonly Span[] };
  const first = spans?.[0]?.[0];
  const last = spans?.at(-1)?.[1];
  const lines =
    present === null
      ? []
      : proposalLines({ version: 1, fields: present }, null).filter(
          ({ name, after }) => name !== 'Words' && after !== 'none',
        );
  return (
    <section className={styles.detail} aria-label="What waits" key={targetId}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{targetWords[targetKind]}</h2>
        <span className={styles.soft}>
          {[sourceTitle, dateText(at)].filter(Boolean).join(' · ')}
        </span>
        <Button
          small
          variant="quiet"
          icon={ArrowUpRight}
          shortcut={shortcut}
          onClick={() => void runCommandById('waiting.show')}
        >
          {sourceId === null ? 'Show the claim' : 'Show in the text'}
        </Button>
      </div>
      {sourceId !== null && first !== undefined && last !== undefined ? (
        <Context sourceId={sourceId} span={[first, last]} />
      ) : (
        <blockquote className={styles.context} dir="auto">
          {label}
        </blockquote>
      )}
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label="How it stands">
          {lines.map(({ name, after }) => (
            <li key={name} dir="auto">
              <span className={styles.soft}>{name}: </span>
              {after}
            </li>
          ))}
        </ul>
      )}
      <VerdictBox target={target} hasKeys bare />
    </section>
  );
}

function Context({ sourceId, span }: { readonly sourceId: SourceId; readonly span: Span }) {
  const text = useSourceText(sourceId);
  const { before, words, after } = withContext(text, span, contextUnits);
  return (
    <blockquote className={styles.context} dir="auto">
      <span className={styles.soft}>{before}</span>
      <mark>{words}</mark>
      <span className={styles.soft}>{after}</span>
    </blockquote>
  );
}
