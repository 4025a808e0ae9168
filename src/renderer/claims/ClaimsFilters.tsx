import { ListFilter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { activeFilters, filterWords, withFilter } from './claims-filter-form.ts';
import { claimsView } from './claims-view-store.ts';
import styles from './ClaimsView.module.css';
import { FilterForm } from './FilterForm.tsx';
import { useFilterNames } from './use-filter-names.ts';

/** What narrows the table: words at once, the rest in a panel; what is set stands as chips. */
export function ClaimsFilters() {
  const filter = useStore(claimsView, (state) => state.filter);
  const nameOf = useFilterNames(filter);
  const [text, setText] = useState(filter.text ?? '');
  const sent = useRef(filter.text ?? '');

  // Each key narrows, but only a rest asks the core.
  useEffect(() => {
    const timer = setTimeout(() => {
      sent.current = text;
      claimsView.set({ filter: withFilter(claimsView.get().filter, 'text', text.trim()) });
    }, 150);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(
    () =>
      claimsView.subscribe(() => {
        const now = claimsView.get().filter.text ?? '';
        if (now !== sent.current.trim()) {
          sent.current = now;
          setText(now);
        }
      }),
    [],
  );

  const chips = activeFilters(filter).filter((name) => name !== 'text');
  return (
    <div className={styles.filters} role="search" aria-label="Claims">
      <div className={styles.words}>
        <TextInput
          small
          type="search"
          label="Filter by words"
          hideLabel
          placeholder="Words of the statement, note, event or an actor"
          value={text}
          onText={setText}
        />
      </div>
      <Popover
        label="Filters"
        align="end"
        trigger={
          <Button small icon={ListFilter}>
            Filter
          </Button>
        }
      >
        <FilterForm />
      </Popover>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label="Filters">
          {chips.map((name) => (
            <li key={name}>
              <Chip
                name={
                  name === 'unsupported' ? 'Unsupported' : `${filterWords[name]}: ${nameOf(name)}`
                }
                onRemove={() => claimsView.set({ filter: withFilter(filter, name, '') })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
