import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import type { AdjudicationStep, Decision } from '../../shared/contract/adjudications.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { dateText } from '../claims/date-text.ts';
import { withContext } from '../merges/merge-fields.ts';
import { Versions } from '../merges/Versions.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './Adjudications.module.css';
import { differsWords, pairsOfStep } from './adjudication-form.ts';
import { adjudication, isOfGrades, type Step } from './adjudication-store.ts';

const contextUnits = 160;

/** One disagreement: its place, both versions side by side, and the ways to settle it. */
export function AdjudicateStep({
  step,
  a,
  b,
}: {
  readonly step: Step;
  readonly a: Analyst;
  readonly b: Analyst;
}) {
  const pairs = useMemo(() => pairsOfStep(step), [step]);
  const canBoth = !isOfGrades(step) && step.a !== null && step.b !== null;
  const reason = useStore(adjudication, (state) => state.reason);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section className={styles.detail} aria-label="Disagreement" tabIndex={0}>
      <h2 className={styles.heading}>
        {differsWords(step)}
        {isOfGrades(step) && ` of ${kindWords[step.target.kind]} “${step.target.name}”`}
      </h2>
      {canChangeProject() && (
        <>
          <TextInput
            small
            label="Reason"
            hideLabel
            placeholder="Reason, kept with the verdict"
            value={reason}
            onText={(text) => adjudication.set({ reason: text })}
          />
          <div className={styles.actions} role="group" aria-label="Settle it">
            {step.a !== null && (
              <Settle id="adjudicate.first" name={a.name} chosen={step.settlement === 'a'} />
            )}
            {step.b !== null && (
              <Settle id="adjudicate.second" name={b.name} chosen={step.settlement === 'b'} />
            )}
            {canBoth && (
              <Settle id="adjudicate.both" name="Both" chosen={step.settlement === 'both'} />
            )}
            <Settle id="adjudicate.neither" name="Neither" chosen={step.settlement === 'neither'} />
            {canBoth && (
              <Settle
                id="adjudicate.edit"
                name="Put together…"
                chosen={step.settlement === 'edit'}
              />
            )}
          </div>
        </>
      )}
      {step.decision !== null && <Decided decision={step.decision} />}
      {isOfGrades(step) ? <ShowGraded /> : <Context step={step} />}
      <Versions
        pairs={pairs}
        oursName={step.a === null ? `${a.name} (nothing)` : a.name}
        theirsName={step.b === null ? `${b.name} (nothing)` : b.name}
      />
    </section>
  );
}

function Settle({
  id,
  name,
  chosen,
}: {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
}) {
  return (
    <Button
      small
      variant={chosen ? 'primary' : 'plain'}
      aria-pressed={chosen}
      shortcut={useShortcut(id)}
      onClick={() => void runCommandById(id)}
    >
      {name}
    </Button>
  );
}

const kindWords = { source: 'the source', actor: 'the actor', claim: 'the claim' } as const;

function Decided({ decision: { analyst, at, reason } }: { readonly decision: Decision }) {
  return (
    <p className={styles.soft}>
      Settled by {analyst}, {dateText(at)}
      {reason !== null && <span dir="auto">: {reason}</span>}
    </p>
  );
}

function ShowGraded() {
  const shortcut = useShortcut('adjudicate.show');
  return (
    <span>
      <Button
        small
        variant="quiet"
        icon={ArrowUpRight}
        shortcut={shortcut}
        onClick={() => void runCommandById('adjudicate.show')}
      >
        Show it
      </Button>
    </span>
  );
}

function Context({ step: { sourceId, span } }: { readonly step: AdjudicationStep }) {
  const content = useQuery(read('sources', 'content', { sourceId }));
  const shortcut = useShortcut('adjudicate.show');
  if (content.data === undefined) return null;
  const { before, words, after } = withContext(content.data.text, span, contextUnits);
  return (
    <blockquote className={styles.context} dir="auto">
      <span className={styles.soft}>{before}</span>
      <mark>{words}</mark>
      <span className={styles.soft}>{after}</span>{' '}
      <Button
        small
        variant="quiet"
        icon={ArrowUpRight}
        shortcut={shortcut}
        onClick={() => void runCommandById('adjudicate.show')}
      >
        Show in the source
      </Button>
    </blockquote>
  );
}
