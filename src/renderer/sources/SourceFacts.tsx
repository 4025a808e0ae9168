import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { findArticleLine } from '../../shared/domain/sources/article-lines.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { dateText } from '../claims/date-text.ts';
import styles from './Dialogs.module.css';

/** What was established when a source came in and never changes: the file, how it was read, and its hashes. */
export function SourceFacts({ source }: { readonly source: SourceRow }) {
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const { data: sources } = useQuery(read('sources', 'list', {}));
  const analyst = analysts?.find(({ id }) => id === source.analystId)?.name;
  const replaced = sources?.find(({ id }) => id === source.replacesId);
  const facts: readonly (readonly [string, string])[] = [
    ['File', source.file],
    ['Read as', `${source.mediaType}, ${source.encoding}`],
    ['Imported', [dateText(source.importedAt), analyst].filter(Boolean).join(', ')],
    ['Importer', `${source.importer} ${source.importerVersion}`],
    ['Length', `${source.characters.toLocaleString('en')} characters`],
    ...(replaced ? [['Replaces', sourceName(replaced)] as const] : []),
  ];
  return (
    <>
      <RecognisedLines sourceId={source.id} />
      <FileFacts facts={facts} source={source} />
    </>
  );
}

/** So many recognised lines are listed. */
const mostLines = 20;

/** Datelines, bylines, notes and captions of the text, each with the name of its rule. */
function RecognisedLines({ sourceId }: { readonly sourceId: SourceRow['id'] }) {
  const { data: content } = useQuery(read('sources', 'content', { sourceId }));
  const lines = useMemo(() => {
    if (content === undefined) return [];
    return content.blocks.flatMap(({ start, end, kind, boilerplate }) => {
      const found = boilerplate ? null : findArticleLine(content.text.slice(start, end), kind);
      return found === null ? [] : [{ start, name: found.rule.name, words: found.words }];
    });
  }, [content]);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Recognised in the text">
      <h3>Recognised in the text</h3>
      <dl className={styles.facts}>
        {lines.slice(0, mostLines).map(({ start, name, words }) => (
          <Fact key={start} name={name} value={words} />
        ))}
      </dl>
    </section>
  );
}

function FileFacts({
  facts,
  source,
}: {
  readonly facts: readonly (readonly [string, string])[];
  readonly source: SourceRow;
}) {
  return (
    <section className={styles.section} aria-label="Where it comes from">
      <h3>Where it comes from</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        <Fact name="SHA-256 of the text" value={source.textSha256} hash />
        <Fact name="SHA-256 of the original" value={source.originalSha256} hash />
      </dl>
    </section>
  );
}

function Fact({
  name,
  value,
  hash = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly hash?: boolean;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={hash ? styles.hash : undefined}>{value}</dd>
    </>
  );
}
