import {
  attributionForms,
  type AttributionForm,
} from '../../shared/domain/attributions/attribution.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import styles from './Chain.module.css';
import { formWords } from './chain-form.ts';

/** How the words were passed on; several forms may hold. */
export function FormsField({
  forms,
  onForms,
}: {
  readonly forms: readonly AttributionForm[];
  readonly onForms: (forms: readonly AttributionForm[]) => void;
}) {
  return (
    <fieldset className={styles.forms}>
      <legend className={styles.legend}>Form</legend>
      {attributionForms.map((form) => (
        <Checkbox
          key={form}
          label={formWords[form]}
          checked={forms.includes(form)}
          onChecked={(checked) =>
            onForms(
              attributionForms.filter((other) =>
                other === form ? checked : forms.includes(other),
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
}
