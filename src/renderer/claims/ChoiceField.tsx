import { X } from 'lucide-react';
import { useState } from 'react';
import { Combobox } from '../ui/Combobox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { matchesWords } from '../ui/match-words.ts';
import styles from './ChoiceField.module.css';

/** One thing of a long list. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

const shownChoices = 50;

/** A choice of one or none from a list that may be long: found by typing. */
export function ChoiceField({
  label,
  choices,
  value,
  noneName,
  onValue,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  /** What no choice is called, such as `Any`. */
  readonly noneName: string;
  readonly onValue: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <div className={styles.field}>
      <Combobox
        label={label}
        text={typed ?? chosen?.name ?? ''}
        onText={setTyped}
        options={choices
          .filter((choice) => matchesWords(choice.name, typed ?? ''))
          .slice(0, shownChoices)
          .map((choice) => ({ id: choice.value, name: choice.name }))}
        onChoose={(option) => {
          setTyped(null);
          onValue(option.id);
        }}
        empty="Nothing of this name"
        placeholder={noneName}
        onBlur={() => setTyped(null)}
      />
      {value !== null && (
        <div className={styles.clear}>
          <IconButton icon={X} label={`${label}: ${noneName}`} onClick={() => onValue(null)} />
        </div>
      )}
    </div>
  );
}
