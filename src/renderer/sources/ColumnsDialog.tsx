import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ColumnMapping } from '../../shared/domain/sources/parsed-source.ts';
import type { PreviewArticle, TablePreview } from '../../shared/domain/sources/table-preview.ts';
import { showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { Busy, EmptyState, ErrorState } from '../ui/States.tsx';
import { characterSets } from './character-sets.ts';
import { columnUse, columnUses, wholeMapping, withColumnUse } from './columns-form.ts';
import styles from './ColumnsDialog.module.css';
import dialogStyles from './Dialogs.module.css';
import { countOf } from './import-report.ts';

/** How a file of articles is to be read. */
export interface TableReading {
  readonly columns: ColumnMapping;
  readonly encoding?: string;
}

/** Shows what the columns of a file of articles hold, lets that be corrected, and hands on how the file is to be read. */
export function showColumnsDialog(path: string, bringIn: (reading: TableReading) => void): void {
  showDialog((close) => <ColumnsDialog path={path} onBringIn={bringIn} onClose={close} />);
}

function ColumnsDialog({
  path,
  onBringIn,
  onClose,
}: {
  readonly path: string;
  readonly onBringIn: (reading: TableReading) => void;
  readonly onClose: () => void;
}) {
  // Null until the analyst changes what was found.
  const [chosen, setChosen] = useState<ColumnMapping | null>(null);
  const [encoding, setEncoding] = useState('');
  const reading = encoding === '' ? {} : { encoding };
  const columns = chosen === null ? {} : { columns: wholeMapping(chosen) };
  const preview = useQuery({
    ...read('sources', 'previewTable', { path, ...reading, ...columns }),
    // The file may be another one by the next time.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const mapping = chosen ?? preview.data?.mapping ?? {};
  const ready = preview.data !== undefined && mapping.text !== undefined && !preview.isError;
  function bringIn(): void {
    if (!ready) return;
    onClose();
    onBringIn({ columns: wholeMapping(mapping), ...reading });
  }
  return (
    <Dialog
      title="What the columns hold"
      description={`${fileName(path)}: say which column holds the text of each article. Nothing is brought in before that.`}
      size="wide"
      onClose={onClose}
      onSubmit={bringIn}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={!ready}>
            Bring in
          </Button>
        </>
      }
    >
      {preview.isError ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <Busy label="Reading the first rows" />
      ) : preview.data.columns.length === 0 ? (
        <EmptyState title="The file has no columns with a name" />
      ) : (
        <>
          <Columns preview={preview.data} mapping={mapping} onMapping={setChosen} />
          <FirstArticles
            preview={preview.data}
            hasText={mapping.text !== undefined}
            busy={preview.isFetching}
          />
        </>
      )}
      {(preview.data !== undefined || encoding !== '') && (
        <Select
          label="Character set"
          hint="Change it only where letters above are wrong."
          value={encoding}
          options={[{ value: '', name: 'As found' }, ...characterSets]}
          onValue={setEncoding}
        />
      )}
    </Dialog>
  );
}

function Columns({
  preview,
  mapping,
  onMapping,
}: {
  readonly preview: TablePreview;
  readonly mapping: ColumnMapping;
  readonly onMapping: (mapping: ColumnMapping) => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  // The dialog opens while the rows are still being read.
  useEffect(() => table.current?.querySelector('select')?.focus(), []);
  return (
    <table className={styles.columns} ref={table}>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First values</th>
          <th scope="col">Holds</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map(({ name, samples }) => {
          const use = columnUse(mapping, name);
          return (
            <tr key={name} data-unused={use === ''}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>
                {samples.length === 0 ? (
                  <span className={styles.none}>empty in the first rows</span>
                ) : (
                  <ul className={styles.samples}>
                    {samples.map((sample) => (
                      <li key={sample} dir="auto">
                        {sample}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <Select
                  label={`What “${name}” holds`}
                  hideLabel
                  small
                  value={use}
                  options={columnUses}
                  onValue={(next) => onMapping(withColumnUse(mapping, name, next))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function FirstArticles({
  preview: { articles, problem },
  hasText,
  busy,
}: {
  readonly preview: TablePreview;
  readonly hasText: boolean;
  readonly busy: boolean;
}) {
  return (
    <section className={dialogStyles.section} aria-label="The first articles" aria-busy={busy}>
      <h3>The first articles, as they would come in</h3>
      <div aria-live="polite">
        {!hasText ? (
          <p className={dialogStyles.soft}>Choose the column that holds the text.</p>
        ) : problem !== null ? (
          <p className={dialogStyles.error}>{problem}</p>
        ) : null}
      </div>
      {hasText && (
        <ol className={styles.articles}>
          {articles.map((article) => (
            <li key={article.name}>
              <FirstArticle article={article} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function FirstArticle({ article }: { readonly article: PreviewArticle }) {
  const { values, characters, problem } = article;
  if (problem !== null) {
    return (
      <p className={dialogStyles.soft}>
        {article.name} {problem}
      </p>
    );
  }
  const { title, text, ...others } = values;
  const facts = columnUses.flatMap(({ value, name }) => {
    const fact = value === '' || value === 'text' || value === 'title' ? undefined : others[value];
    return fact === undefined ? [] : [{ name, fact }];
  });
  return (
    <>
      <div className={dialogStyles.file} dir="auto">
        {title ?? 'No title'}
      </div>
      <p className={styles.beginning} dir="auto">
        {text}
      </p>
      <p className={dialogStyles.soft}>
        {facts.map(({ name, fact }) => (
          <span key={name} className={styles.fact}>
            {name}: <bdi>{fact}</bdi> ·{' '}
          </span>
        ))}
        {countOf(characters, 'character', 'characters')}
      </p>
    </>
  );
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
