import { claimKinds, claimStatuses } from '../../shared/domain/claims/claim.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { kindWords, statusWords } from './claim-words.ts';
import { claimReviews, filterWords, withFilter, type FilterName } from './claims-filter-form.ts';
import { claimsView } from './claims-view-store.ts';
import { ChoiceField } from './ChoiceField.tsx';
import styles from './ClaimsView.module.css';
import { optionsOf } from '../ui/options-of.ts';
import { useFilterChoices } from './use-filter-names.ts';

const any = { value: '', name: 'Any' };

/** The filters beside words, each one value or any. */
export function FilterForm() {
  const filter = useStore(claimsView, (state) => state.filter);
  const options = useFilterChoices();
  function set(name: FilterName, value: string | boolean): void {
    claimsView.set({ filter: withFilter(filter, name, value as never) });
  }
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Select<string>
          label={filterWords.kind}
          value={filter.kind ?? ''}
          options={[any, ...optionsOf(claimKinds, kindWords)]}
          onValue={(value) => set('kind', value)}
        />
        <Select<string>
          label={filterWords.status}
          value={filter.status ?? ''}
          options={[any, ...optionsOf(claimStatuses, statusWords)]}
          onValue={(value) => set('status', value)}
        />
      </div>
      {(['tagId', 'actorId', 'sourceId', 'eventId'] as const).map((name) => (
        <ChoiceField
          key={name}
          label={filterWords[name]}
          choices={options[name]}
          value={filter[name] ?? null}
          noneName="Any"
          onValue={(value) => set(name, value ?? '')}
        />
      ))}
      <Select<string>
        label={filterWords.review}
        value={filter.review ?? ''}
        options={[any, ...claimReviews]}
        onValue={(value) => set('review', value)}
      />
      <Checkbox
        label="Unsupported: no source says it"
        checked={filter.unsupported === true}
        onChecked={(checked) => set('unsupported', checked)}
      />
      <Button small onClick={() => claimsView.set({ filter: {} })}>
        Show all claims
      </Button>
    </div>
  );
}
