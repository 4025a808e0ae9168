import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QuotedDisagreement } from '../../shared/contract/agreement.ts';
import type { DisagreementView } from '../../shared/domain/agreement/measure.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { openPlace } from '../app/workspace.ts';
import { countOf } from '../claims/count-words.ts';
import { overviewLayersOf } from '../overview/overview-layers.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import styles from './Agreement.module.css';
import type { ComparedInput } from './agreement-actions.ts';
import { disagreementNames, keyOfDisagreement } from './agreement-form.ts';

const mostListed = 100_000;

/** The places behind a measure of two analysts; choosing one opens it in the reader. */
export function Disagreements({
  input,
  names,
  view,
  tag,
}: {
  readonly input: ComparedInput;
  readonly names: readonly string[];
  readonly view: DisagreementView;
  readonly tag: string | null;
}) {
  if (input.analystIds.length > 2) {
    return (
      <EmptyState title="Disagreements are listed between two">
        Compare two of these analysts to see what lies behind a figure.
      </EmptyState>
    );
  }
  return <ListOfTwo input={input} names={names} view={view} tag={tag} />;
}

function ListOfTwo({
  input,
  names,
  view,
  tag,
}: {
  readonly input: ComparedInput;
  readonly names: readonly string[];
  readonly view: DisagreementView;
  readonly tag: string | null;
}) {
  const query = useQuery(
    read('agreement', 'disagreements', { ...input, view, tag, limit: mostListed }),
  );
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const titles = useMemo(
    () => new Map(sources.map((source) => [source.id, sourceName(source)])),
    [sources],
  );
  return (
    <Loaded query={query} busyLabel="Looking for what differs">
      {(found) =>
        found.length === 0 ? (
          <EmptyState title="Nothing differs here" />
        ) : (
          <div className={styles.figures}>
            <p className={styles.found} role="status">
              {countOf(found.length, 'disagreement')}
            </p>
            <VirtualList
              label="Disagreements"
              items={found}
              keyOf={keyOfDisagreement}
              rowHeightPx={56}
              chosenKey={null}
              onChoose={(one) => showPlace(one, found)}
            >
              {(one) => (
                <div className={styles.difference}>
                  <span className={styles.title} dir="auto">
                    {one.quote}
                  </span>
                  <span className={styles.soft}>
                    {disagreementNames[one.kind]} · {titles.get(one.sourceId) ?? ''} ·{' '}
                    {one.said
                      .map((said, index) => `${names[index] ?? ''}: ${said ?? 'nothing'}`)
                      .join(' · ')}
                  </span>
                </div>
              )}
            </VirtualList>
          </div>
        )
      }
    </Loaded>
  );
}

/** Opens a disagreement in the reader; the strip beside the text shows all of its source. */
function showPlace(one: QuotedDisagreement, all: readonly QuotedDisagreement[]): void {
  const conflicts = all.flatMap(({ sourceId, span }) => (sourceId === one.sourceId ? [span] : []));
  overviewLayersOf(one.sourceId).set({ conflicts });
  const highlightId = one.highlightIds.find((id) => id !== null) ?? null;
  openPlace(one.sourceId, highlightId, one.span);
}
