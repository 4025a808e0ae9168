import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import type { FoundValue } from '../../shared/contract/sources.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { TextInput } from '../ui/TextInput.tsx';
import {
  describeFound,
  metadataFields,
  metadataProblem,
  type MetadataTexts,
} from './metadata-form.ts';
import styles from './Dialogs.module.css';

const nothingFound: readonly FoundValue[] = [];

/** The fields of a source's metadata; outlets that are known already are offered. */
export function MetadataFields({
  texts,
  onTexts,
  disabled = false,
  found = nothingFound,
  focused,
}: {
  readonly texts: MetadataTexts;
  readonly onTexts: (texts: MetadataTexts) => void;
  readonly disabled?: boolean;
  /** What the file of the source says, and where in it. */
  readonly found?: readonly FoundValue[] | undefined;
  /** The field that has the focus in a dialog at first; the first one otherwise. */
  readonly focused?: keyof MetadataTexts | undefined;
}) {
  const listId = useId();
  // A date is only called wrong once it was left.
  const [left, setLeft] = useState<ReadonlySet<keyof MetadataTexts>>(new Set());
  const problemId = useId();
  const problems = sourceMetadataFields.flatMap((name) => {
    const problem = left.has(name) ? metadataProblem(name, texts[name]) : null;
    return problem === null ? [] : [{ name, problem }];
  });
  const { data: sources } = useQuery(read('sources', 'list', {}));
  const outlets = useMemo(
    () => [...new Set((sources ?? []).flatMap(({ outlet }) => (outlet === null ? [] : [outlet])))],
    [sources],
  );
  function field(name: keyof MetadataTexts, list?: string) {
    const { label, hint } = metadataFields[name];
    const origin = describeFound(
      texts[name],
      found.find((value) => value.field === name),
    );
    return (
      <TextInput
        label={label}
        hint={[origin, hint].filter(Boolean).join(' ') || null}
        value={texts[name]}
        disabled={disabled}
        data-autofocus={name === focused || undefined}
        errorId={problems.some((problem) => problem.name === name) ? problemId : undefined}
        onBlur={() => setLeft(new Set([...left, name]))}
        {...(list ? { list } : {})}
        onText={(text) => onTexts({ ...texts, [name]: text })}
      />
    );
  }
  return (
    <>
      {field('title')}
      <div className={styles.pair}>
        {field('outlet', listId)}
        {field('byline')}
      </div>
      <div className={styles.triple}>
        {field('published')}
        {field('updated')}
        {field('accessed')}
      </div>
      <p id={problemId} className={styles.hint} aria-live="polite" data-wrong={problems.length > 0}>
        {problems[0]
          ? `“${texts[problems[0].name].trim()}” cannot be kept: ${problems[0].problem}`
          : 'Dates may be partial or doubtful: 2023, 2023-10, 2023-10-31, 2023-10-31?, or a range 2024-02-19/2024-02-23.'}
      </p>
      <div className={styles.pair}>
        {field('url')}
        {field('language')}
      </div>
      <datalist id={listId}>
        {outlets.map((outlet) => (
          <option key={outlet} value={outlet} aria-label={outlet} />
        ))}
      </datalist>
    </>
  );
}
