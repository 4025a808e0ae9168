import { claimKinds, claimStatuses } from '../../shared/domain/claims/claim.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { kindWords, statusWords } from './claim-words.ts';
import { filterWords, withFilter, type FilterName } from './claims-filter-form.ts';
import { claimsView } from './claims-view-store.ts';
import styles from './ClaimsView.module.css';
import { optionsOf } from './SavedSelect.tsx';
import { useFilterOptions } from './use-filter-names.ts';

/** The filters beside words, each one value or any. */
export function FilterForm() {
  const filter = useStore(claimsView, (state) => state.filter);
  const options = useFilterOptions();
  function set(name: FilterName, value: string | boolean): void {
    claimsView.set({ filter: withFilter(filter, name, value as never) });
  }
  const choices = {
    tagId: options.tagId,
    kind: optionsOf(claimKinds, kindWords),
    status: optionsOf(claimStatuses, statusWords),
    actorId: options.actorId,
    sourceId: options.sourceId,
    eventId: options.eventId,
  };
  return (
    <div className={styles.form}>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <Select<string>
          key={name}
          small
          label={filterWords[name]}
          value={filter[name] ?? ''}
          options={[{ value: '', name: 'Any' }, ...choices[name]]}
          onValue={(value) => set(name, value)}
        />
      ))}
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
