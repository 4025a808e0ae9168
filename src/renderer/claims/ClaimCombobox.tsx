import type { ClaimRow } from '../../shared/contract/claims.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { useFoundClaims } from './use-claims.ts';

/** A field that finds claims by typed words. */
export function ClaimCombobox({
  label,
  text,
  onText,
  onPick,
  onNew,
  accepts = () => true,
  autoFocus = false,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (claim: ClaimRow) => void;
  readonly onNew?: ((statement: string) => void) | undefined;
  readonly accepts?: ((claim: ClaimRow) => boolean) | undefined;
  readonly autoFocus?: boolean;
}) {
  const { data = [], isFetching, isPlaceholderData, error } = useFoundClaims(text.trim());
  // An answer to other words must not be picked by a quick Enter.
  const fits = (claim: ClaimRow): boolean =>
    !isPlaceholderData || matchesWords(`${claim.statement} ${claim.eventName ?? ''}`, text);
  const claims = data.filter((claim) => accepts(claim) && fits(claim));
  return (
    <Combobox
      label={label}
      error={error ? error.message : null}
      text={text}
      onText={onText}
      options={claims.map((claim) => ({
        id: claim.id,
        name: claim.statement,
        detail: claim.eventName ?? undefined,
      }))}
      onChoose={(option) => {
        const claim = claims.find((each) => each.id === option.id);
        if (claim) onPick(claim);
      }}
      onCreate={onNew}
      createName={(statement) => `New claim “${statement}”`}
      busy={isFetching}
      empty="No claim has these words"
      placeholder="Words of the statement, the event or an actor"
      autoFocus={autoFocus}
    />
  );
}
