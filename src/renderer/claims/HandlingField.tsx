import { SavedText } from './SavedText.tsx';

const usual = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

/** The handling marking of a mark or a claim: one of the usual ones, or any other text. */
export function HandlingField({
  name,
  value,
  onSave,
}: {
  readonly name: string;
  readonly value: string | null;
  readonly onSave: (value: string | null) => Promise<string | null>;
}) {
  return (
    <>
      <SavedText
        name={name}
        label="Handling"
        list="usual-handling"
        placeholder="TLP, classification or embargo"
        value={value}
        onSave={onSave}
      />
      <datalist id="usual-handling">
        {usual.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
    </>
  );
}
