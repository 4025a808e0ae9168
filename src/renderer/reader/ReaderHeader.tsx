import { useQuery } from '@tanstack/react-query';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useWorkspace, type ReaderId } from '../app/workspace.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { CloseReader } from './CloseReader.tsx';
import { KeptTag } from './KeptTag.tsx';

/** What is known of the source that is read; it stays in view while the text scrolls. */
export function ReaderHeader({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const isBeside = useWorkspace((state) => state.beside !== null);
  const { data: source } = useQuery(read('sources', 'get', { sourceId }));
  if (source === undefined) return <header className="reader-header" aria-busy="true" />;
  const details = [source.outlet, source.byline, source.published].filter((each) => each !== null);
  return (
    <header className="reader-header">
      {isBeside && <CloseReader readerId={readerId} />}
      <KeptTag />
      <h2 className="reader-title" title={sourceName(source)}>
        {sourceName(source)}
      </h2>
      <p className="reader-details">
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
        {source.published === null && <span>No date of publication</span>}
        {source.reliability === null ? (
          <span>Not graded</span>
        ) : (
          <span>
            <GradeSign reliability={source.reliability} />
          </span>
        )}
        {source.handling !== null && (
          <span>
            <strong>{source.handling}</strong>
          </span>
        )}
      </p>
    </header>
  );
}
