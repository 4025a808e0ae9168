import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { openSource } from '../app/workspace.ts';
import styles from './Summary.module.css';
import type { CitationsOfText } from './use-citations.ts';

/** The numbered sources at the foot of a summary, made from its citations. */
export function SourceList({
  shown: { sources, error },
  cites,
}: {
  readonly shown: CitationsOfText;
  /** Whether the text cites anything. */
  readonly cites: boolean;
}) {
  return (
    <section className={styles.sources} aria-labelledby="summary-sources">
      <h2 id="summary-sources">Sources</h2>
      {error && <p role="alert">{error.message}</p>}
      {!cites && <p className={styles.soft}>Each source that you cite is listed here.</p>}
      <ol>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceEntry source={source} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceEntry({ source }: { readonly source: SourceRow }) {
  const { outlet, byline, published, updated, accessed, url, handling } = source;
  const facts = [
    outlet,
    byline,
    published && `published ${published}`,
    updated && `updated ${updated}`,
    accessed && `accessed ${accessed}`,
  ].filter(Boolean);
  return (
    <>
      <button type="button" className={styles.sourceName} onClick={() => openSource(source.id)}>
        {sourceName(source)}
      </button>
      {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      {handling !== null && <span className={styles.facts}>{handling}</span>}
      {url !== null && (
        <button
          type="button"
          className={styles.address}
          onClick={() => {
            api.window.openLink({ url }).catch(notifyError);
          }}
        >
          {url}
        </button>
      )}
    </>
  );
}
