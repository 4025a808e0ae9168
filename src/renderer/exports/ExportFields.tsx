import { useQuery } from '@tanstack/react-query';
import type { SummaryRow } from '../../shared/contract/summaries.ts';
import type { AnalystId, SourceId, SummaryId, TagId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import type { ExportForm } from './export-form.ts';
import styles from './Exports.module.css';

interface FieldsProps {
  readonly form: ExportForm;
  readonly onChange: (patch: Partial<ExportForm>) => void;
}

/** Which summary a document is made of, or the report of all claims. */
export function DocumentFields({
  form,
  summaries,
  onChange,
}: FieldsProps & { readonly summaries: readonly SummaryRow[] }) {
  return (
    <Select<SummaryId | ''>
      label="What"
      value={form.summaryId}
      onValue={(summaryId) => onChange({ summaryId })}
      options={[
        ...summaries.map(({ id, title }) => ({ value: id, name: `Summary: ${title}` })),
        { value: '', name: 'Report of all claims with their mentions' },
      ]}
    />
  );
}

/** Which marks go out. */
export function FilterFields({ form, onChange }: FieldsProps) {
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const { data: tags = [] } = useQuery(read('tags', 'tree', {}));
  const { data: analysts = [] } = useQuery(read('project', 'analysts', {}));
  return (
    <div className={styles.filters}>
      <Select<SourceId | ''>
        label="Source"
        value={form.sourceId}
        onValue={(sourceId) => onChange({ sourceId })}
        options={[
          { value: '', name: 'All' },
          ...sources.map((row) => ({ value: row.id, name: sourceName(row) })),
        ]}
      />
      <Select<TagId | ''>
        label="Tag"
        value={form.tagId}
        onValue={(tagId) => onChange({ tagId })}
        options={[
          { value: '', name: 'All' },
          ...tags.map(({ id, path }) => ({ value: id, name: path })),
        ]}
      />
      <Select<AnalystId | ''>
        label="Analyst"
        value={form.analystId}
        onValue={(analystId) => onChange({ analystId })}
        options={[
          { value: '', name: 'All' },
          ...analysts.map(({ id, name }) => ({ value: id, name })),
        ]}
      />
    </div>
  );
}

/** What a CSV table can hold and how its cells are written. */
export function CsvFields({ form, onChange }: FieldsProps) {
  return (
    <>
      <Segmented
        label="One row for each"
        value={form.rows}
        onValue={(rows) => onChange({ rows })}
        options={[
          { value: 'mention', name: 'Mention' },
          { value: 'tag', name: 'Mention and tag' },
        ]}
      />
      <Checkbox
        label="Highlights without a claim too"
        checked={form.allHighlights}
        onChecked={(allHighlights) => onChange({ allHighlights })}
      />
      <Checkbox
        label="Make cells that a spreadsheet could run harmless"
        hint="A cell that begins like a formula gets an apostrophe in front."
        checked={form.guard}
        onChecked={(guard) => onChange({ guard })}
      />
      <Checkbox
        label="Begin with a byte-order mark"
        hint="Excel needs it to read other scripts rightly."
        checked={form.bom}
        onChecked={(bom) => onChange({ bom })}
      />
    </>
  );
}
