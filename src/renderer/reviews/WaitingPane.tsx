import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import type { Progress, WaitingItem, WaitingKind } from '../../shared/contract/reviews.ts';
import type { ClaimId, HighlightId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { openPlace, showClaim, workspace } from '../app/workspace.ts';
import { dateText } from '../claims/date-text.ts';
import { revealInspector } from '../claims/focus-request.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { EmptyState } from '../ui/States.tsx';
import { verdictWords } from './review-words.ts';
import styles from './Reviews.module.css';

const listedAtMost = 200;

const kinds: readonly { readonly kind: WaitingKind; readonly name: string }[] = [
  { kind: 'verdict', name: 'Verdicts' },
  { kind: 'comment', name: 'Comments' },
  { kind: 'mark', name: 'Marks' },
];

/** What waits for the analyst at work, by kind, and how far everybody is with every source. */
export function WaitingPane() {
  const waiting = useQuery(read('reviews', 'waiting', { limit: listedAtMost }));
  const progress = useQuery(read('reviews', 'progress', {}));
  const [chosen, setChosen] = useState<WaitingKind | null>(null);
  return (
    <div className={styles.pane}>
      <Loaded query={waiting}>
        {({ items, counts }) => {
          const kind =
            chosen ?? kinds.find((each) => counts[each.kind] > 0)?.kind ?? kinds[0]?.kind ?? 'mark';
          const shown = items.filter((item) => item.kind === kind);
          return (
            <section aria-label="Waiting for me">
              <Segmented
                label="Waiting for me"
                options={kinds.map((each) => ({
                  value: each.kind,
                  name: `${each.name} (${counts[each.kind].toLocaleString('en')})`,
                }))}
                value={kind}
                onValue={setChosen}
              />
              {shown.length === 0 ? (
                <EmptyState icon={MessagesSquare} title={nothing[kind]} />
              ) : (
                <ul className={styles.list} aria-label={nameOf(kind)}>
                  {shown.map((item) => (
                    <li key={`${item.kind} ${item.verdictId ?? item.targetId}`}>
                      <Item item={item} />
                    </li>
                  ))}
                </ul>
              )}
              {counts[kind] > shown.length && (
                <p className={styles.soft}>
                  And {(counts[kind] - shown.length).toLocaleString('en')} more.
                </p>
              )}
            </section>
          );
        }}
      </Loaded>
      <h3>Progress</h3>
      <Loaded query={progress}>{(found) => <ProgressTable progress={found} />}</Loaded>
    </div>
  );
}

const nothing: Readonly<Record<WaitingKind, string>> = {
  verdict: 'No verdict waits for your answer',
  comment: 'No new comments',
  mark: 'No mark waits for your verdict',
};

function nameOf(kind: WaitingKind): string {
  return kinds.find((each) => each.kind === kind)?.name ?? '';
}

function Item({ item }: { readonly item: WaitingItem }) {
  const verdict = item.verdict === null ? null : verdictWords[item.verdict];
  return (
    <button type="button" className={styles.item} onClick={() => open(item)}>
      {verdict !== null && (
        <div>
          <span aria-hidden="true">{verdict.sign} </span>
          <strong>{verdict.name}</strong>
          {item.text !== null && `: ${item.text}`}
        </div>
      )}
      {item.kind === 'comment' && (
        <div className={styles.text} dir="auto">
          {item.text}
        </div>
      )}
      <div className={styles.quote} dir="auto">
        {item.label}
      </div>
      <div className={styles.soft}>
        {[item.analyst, item.sourceTitle, dateText(item.at)].filter(Boolean).join(' · ')}
      </div>
    </button>
  );
}

/** Goes to what an item is about, where it can be answered. */
function open({ sourceId, highlightId, claimId }: WaitingItem): void {
  revealInspector();
  if (sourceId !== null) {
    openPlace(sourceId, highlightId as HighlightId | null);
    workspace.set({ inspectorTab: 'marks' });
  } else if (claimId !== null) {
    showClaim(claimId as ClaimId);
  }
}

function ProgressTable({ progress }: { readonly progress: Progress }) {
  const { rows, sources, sourcesDone, marksOpen } = progress;
  if (rows.length === 0) {
    return <p className={styles.soft}>Nothing is marked yet, so there is nothing to review.</p>;
  }
  return (
    <>
      <p>
        {`${sourcesDone.toLocaleString('en')} of ${sources.toLocaleString('en')} sources done, ${marksOpen.toLocaleString('en')} marks open.`}
      </p>
      <table className={styles.table} aria-label="Progress of the review">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Analyst</th>
            <th scope="col">Own marks</th>
            <th scope="col">Open</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, listedAtMost).map((row) => (
            <tr key={`${row.sourceId} ${row.analystId}`}>
              <td>{row.sourceTitle}</td>
              <td>{row.analyst}</td>
              <td>{row.own.toLocaleString('en')}</td>
              <td>{row.isBlind ? '–' : row.open.toLocaleString('en')}</td>
              <td>{stateWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > listedAtMost && (
        <p className={styles.soft}>And {(rows.length - listedAtMost).toLocaleString('en')} more.</p>
      )}
    </>
  );
}

function stateWords(row: Progress['rows'][number]): string {
  const words = [
    row.nothingToMark ? 'Nothing to mark' : row.done ? 'Done' : null,
    row.handedIn === null ? null : row.handedIn ? 'Handed in' : 'Not handed in',
    row.isBlind ? 'Blind' : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? 'Under way' : words.join(', ');
}
