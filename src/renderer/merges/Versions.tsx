import { diffPieces, type DiffPiece, type FieldPair } from './merge-fields.ts';
import styles from './Merges.module.css';

/** Two versions of an object field by field; where both say something, word by word. */
export function Versions({
  pairs,
  oursName,
  theirsName,
}: {
  readonly pairs: readonly FieldPair[];
  readonly oursName: string;
  readonly theirsName: string;
}) {
  if (pairs.length === 0) return null;
  const sides = {
    ours: pairs.some(({ ours }) => ours !== null),
    theirs: pairs.some(({ theirs }) => theirs !== null),
  };
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">
            <span className="for-readers">Field</span>
          </th>
          {sides.ours && <th scope="col">{oursName}</th>}
          {sides.theirs && <th scope="col">{theirsName}</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Pair key={pair.name} pair={pair} sides={sides} />
        ))}
      </tbody>
    </table>
  );
}

function Pair({
  pair: { name, ours, theirs },
  sides,
}: {
  readonly pair: FieldPair;
  /** Which sides have anything at all. */
  readonly sides: { readonly ours: boolean; readonly theirs: boolean };
}) {
  const both = ours !== null && theirs !== null;
  const pieces = both ? diffPieces(ours, theirs) : null;
  return (
    <tr>
      <th scope="row">{name}</th>
      {sides.ours && (
        <td dir="auto">
          {ours === null ? <Nothing /> : <Pieces pieces={pieces?.ours} text={ours} />}
        </td>
      )}
      {sides.theirs && (
        <td dir="auto">
          {theirs === null ? <Nothing /> : <Pieces pieces={pieces?.theirs} text={theirs} />}
        </td>
      )}
    </tr>
  );
}

function Nothing() {
  return (
    <span className={styles.soft}>
      <span aria-hidden="true">–</span>
      <span className="for-readers">not there</span>
    </span>
  );
}

function Pieces({
  pieces,
  text,
}: {
  readonly pieces: readonly DiffPiece[] | undefined;
  readonly text: string;
}) {
  if (pieces === undefined) return text;
  if (text === '') return <span className={styles.soft}>empty</span>;
  return pieces.map(({ kind, text: words }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'ours') return <del key={key}>{words}</del>;
    if (kind === 'theirs') return <ins key={key}>{words}</ins>;
    return <span key={key}>{words}</span>;
  });
}
