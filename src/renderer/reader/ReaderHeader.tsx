import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useWorkspace, type ReaderId } from '../app/workspace.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { LayersPopover } from '../layers/LayersPopover.tsx';
import { showSourceDetails, type SourceDetail } from '../sources/SourceDetailsDialog.tsx';
import { CloseReader } from './CloseReader.tsx';
import { ComfortPopover } from './ComfortPopover.tsx';
import { MarkingWith } from './MarkingWith.tsx';
import { PageNumber } from './PageNumber.tsx';

/** What is known of the source that is read; it stays in view while the text scrolls, and each value opens its editor. */
export function ReaderHeader({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const isBeside = useWorkspace((state) => state.beside !== null);
  const { data: source } = useQuery(read('sources', 'get', { sourceId }));
  return (
    <header className="reader-header" aria-busy={source === undefined}>
      <div className="reader-head">
        {source !== undefined && (
          <>
            <h2 className="reader-title" dir="auto">
              <Detail source={source} detail="title" name="Title">
                {sourceName(source)}
              </Detail>
            </h2>
            <SourceDetails source={source} />
          </>
        )}
      </div>
      <div className="reader-tools">
        <PageNumber readerId={readerId} />
        <LayersPopover readerId={readerId} sourceId={sourceId} />
        <MarkingWith />
        <ComfortPopover />
        {isBeside && <CloseReader readerId={readerId} />}
      </div>
    </header>
  );
}

function SourceDetails({ source }: { readonly source: SourceRow }) {
  const { outlet, byline, published, reliability, handling, language } = source;
  return (
    <ul className="reader-details" aria-label="What is known of this source">
      <Item source={source} detail="outlet" name="Outlet" unknown="No outlet">
        {outlet}
      </Item>
      {byline !== null && (
        <Item source={source} detail="byline" name="Byline">
          {byline}
        </Item>
      )}
      <Item source={source} detail="published" name="Published" unknown="No date of publication">
        {published}
      </Item>
      <Item source={source} detail="reliability" name="Reliability" unknown="Not graded">
        {reliability && <GradeSign reliability={reliability} />}
      </Item>
      {handling !== null && (
        <Item source={source} detail="handling" name="Handling">
          <strong>{handling}</strong>
        </Item>
      )}
      {language !== null && (
        <Item source={source} detail="language" name="Language">
          {language}
        </Item>
      )}
    </ul>
  );
}

function Item({
  unknown = '',
  children,
  ...detail
}: {
  readonly source: SourceRow;
  readonly detail: SourceDetail;
  readonly name: string;
  /** What stands there while the value is not known. */
  readonly unknown?: string;
  readonly children: ReactNode;
}) {
  return (
    <li dir="auto" data-detail={detail.detail}>
      <Detail {...detail}>{children ?? unknown}</Detail>
    </li>
  );
}

/** A value that opens its editor. */
function Detail({
  source,
  detail,
  name,
  children,
}: {
  readonly source: SourceRow;
  readonly detail: SourceDetail;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="reader-detail"
      title={typeof children === 'string' ? `${name}: ${children}` : name}
      onClick={() => showSourceDetails(source.id, detail)}
    >
      {children}
    </button>
  );
}
