import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { ActorsField } from '../actors/ActorsField.tsx';
import { workspace } from '../app/workspace.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './Chain.module.css';
import { wordsAt, type ChainLink } from './chain-form.ts';
import { FormsField } from './FormsField.tsx';
import { OriginField } from './OriginField.tsx';
import { SpanField } from './SpanField.tsx';
import { useSourceText } from './use-chain.ts';

/** One link of a chain: who, in which role, in which form, with which cue, where both stand, and on what it rests. */
export function LinkEditor({
  link,
  place,
  size,
  sourceId,
  autoFocus,
  wanting,
  onChange,
  onMove,
  onRemove,
}: {
  readonly link: ChainLink;
  readonly place: number;
  readonly size: number;
  readonly sourceId: SourceId;
  readonly autoFocus: boolean;
  /** Whether words that are selected for a speaker or a cue belong to this link. */
  readonly wanting: { readonly speaker: boolean; readonly cue: boolean };
  readonly onChange: (patch: Partial<ChainLink>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}) {
  const text = useSourceText(sourceId);
  const [offered, setOffered] = useState<{ readonly words: string } | null>(null);
  const [focusAtFirst] = useState(autoFocus);

  function takeSpeaker(span: Span | null): void {
    onChange({ span });
    if (span !== null && link.actors.length === 0) setOffered({ words: wordsAt(text, span) });
  }
  function takeCue(span: Span | null): void {
    const words = span === null ? '' : wordsAt(text, span);
    const offersCue = link.cue.trim() === '' && words !== '';
    onChange(offersCue ? { cueSpan: span, cue: words } : { cueSpan: span });
  }
  function takeSelection(take: (span: Span) => void): void {
    const { selection } = workspace.get();
    const span = selection?.sourceId === sourceId ? selection.spans[0] : undefined;
    if (!span) return;
    take([span[0], span[1]]);
    // Words that were used up would otherwise get the next tag in place of the mark.
    workspace.set({ selection: null });
  }
  useFocusWish('speaker', () => takeSelection(takeSpeaker), wanting.speaker);
  useFocusWish('cue', () => takeSelection(takeCue), wanting.cue);

  return (
    <li className={styles.link} aria-label={`Link ${place} of ${size}`}>
      <div className={styles.head}>
        <span className={styles.title}>
          {place === 1 ? 'Said by' : 'Via'}{' '}
          {size > 1 && place === 1 && <span className={styles.soft}>nearest the words</span>}
        </span>
        <span className={styles.tools}>
          {size > 1 && (
            <>
              <IconButton
                small
                icon={ArrowUp}
                label="Nearer the words"
                disabled={place === 1}
                onClick={() => onMove(-1)}
              />
              <IconButton
                small
                icon={ArrowDown}
                label="Further from the words"
                disabled={place === size}
                onClick={() => onMove(1)}
              />
            </>
          )}
          <IconButton small icon={X} label={`Remove link ${place}`} onClick={onRemove} />
        </span>
      </div>
      <ActorsField
        label="Actors"
        actors={link.actors}
        onActors={(actors) => onChange({ actors })}
        offered={offered}
        autoFocus={focusAtFirst}
      />
      <div className={styles.pair}>
        <TextInput label="Role" value={link.role} onText={(role) => onChange({ role })} />
        <TextInput label="Cue" value={link.cue} onText={(cue) => onChange({ cue })} />
      </div>
      <FormsField forms={link.forms} onForms={(forms) => onChange({ forms })} />
      <SpanField
        label="Speaker in the text"
        sourceId={sourceId}
        text={text}
        span={link.span}
        onSpan={takeSpeaker}
      />
      <SpanField
        label="Cue in the text"
        sourceId={sourceId}
        text={text}
        span={link.cueSpan}
        onSpan={takeCue}
      />
      <OriginField origin={link.origin} onOrigin={(origin) => onChange({ origin })} />
      <Checkbox
        label="Inferred: the text does not say so"
        checked={link.inferred}
        onChecked={(inferred) => onChange({ inferred })}
      />
    </li>
  );
}
