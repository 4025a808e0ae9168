import { useEffect, useRef } from 'react';
import type { SourceContent } from '../../shared/contract/sources.ts';
import type { ReaderId } from '../app/workspace.ts';
import { OverviewStrip } from '../overview/OverviewStrip.tsx';
import { ContextMenu } from '../ui/ContextMenu.tsx';
import { FindBar } from './FindBar.tsx';
import { MarkChooser } from './MarkChooser.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { textMenu } from './text-menu.ts';
import { connectReader, type ConnectedReader } from './connect-reader.ts';
import {
  useAnalystLooks,
  useAttributionSpans,
  useInlineRanges,
  useSuspicious,
  useTagLooks,
} from './use-mark-looks.ts';

/** The text of a source with its marks. It is drawn once; marks are painted over it. */
export function SourceText({
  readerId,
  content,
  place,
}: {
  readonly readerId: ReaderId;
  readonly content: SourceContent;
  /** The offset to begin at. */
  readonly place: number;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const connected = useRef<ConnectedReader>(null);
  const first = useRef({ readerId, content, place });
  const tags = useTagLooks();
  const analysts = useAnalystLooks();
  const spans = useAttributionSpans(readerId);
  const suspicious = useSuspicious(content.source.id);
  const inline = useInlineRanges(content.source.id);

  useEffect(() => {
    if (!scroller.current || !text.current || !overlay.current) return;
    if (!left.current || !right.current) return;
    const reader = connectReader(
      first.current.readerId,
      {
        scroller: scroller.current,
        text: text.current,
        gutters: { left: left.current, right: right.current },
        overlay: overlay.current,
      },
      first.current.content,
      first.current.place,
    );
    connected.current = reader;
    return () => {
      connected.current = null;
      reader.destroy();
    };
  }, []);
  // The text of a source never changes; what may is which of its blocks are furniture.
  useEffect(() => connected.current?.setContent(content), [content]);
  useEffect(
    () => connected.current?.setLook({ tags, analysts, suspicious, inline, ...spans }),
    [tags, analysts, suspicious, inline, spans],
  );

  return (
    <>
      <div className="reader-row">
        <ContextMenu entries={textMenu}>
          <div className="reader-scroller" ref={scroller}>
            <div className="reader-page">
              <div className="reader-gutter reader-gutter-left" ref={left} aria-hidden="true" />
              <div className="reader-gutter reader-gutter-right" ref={right} aria-hidden="true" />
              <div className="reader-column" ref={text} />
              <div className="reader-overlay" ref={overlay} aria-hidden="true" />
            </div>
          </div>
        </ContextMenu>
        <OverviewStrip readerId={readerId} content={content} />
      </div>
      <FindBar readerId={readerId} />
      <SelectionBar readerId={readerId} />
      <MarkChooser readerId={readerId} sourceId={content.source.id} />
    </>
  );
}
