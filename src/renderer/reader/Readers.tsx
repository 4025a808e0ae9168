import { Fragment } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { readerFocus, readerIds } from '../app/readers.ts';
import { saveSetting, settingNow, type Setting } from '../app/settings.ts';
import { useWorkspace, workspace } from '../app/workspace.ts';
import { Reader } from './Reader.tsx';
import './readers.css';

/** The share of the middle that the left of two readers has, in percent. */
export const leftReaderShare: Setting<number> = {
  key: 'readers.left',
  parse: (stored) => (typeof stored === 'number' && stored > 10 && stored < 90 ? stored : 50),
};

const labels = ['Left reader', 'Right reader'] as const;

/** The source that is read, or two of them side by side. */
export function Readers() {
  // As one word, so that nothing is drawn anew while marks are chosen and words selected.
  const shown = useWorkspace((state) =>
    readerIds(state)
      .map((readerId) => `${readerId} ${readerFocus(readerId).sourceId ?? ''}`)
      .join(),
  );
  const ids = shown === '' ? [] : readerIds(workspace.get());
  const share = settingNow(leftReaderShare);
  return (
    <Group
      onLayoutChanged={(layout, { isUserInteraction }) => {
        const left = layout[`reader-${ids[0]}`];
        if (isUserInteraction && ids.length === 2 && left !== undefined) {
          saveSetting(leftReaderShare, left);
        }
      }}
    >
      {ids.map((readerId, index) => {
        const { sourceId } = readerFocus(readerId);
        const size = ids.length === 1 ? 100 : index === 0 ? share : 100 - share;
        return (
          <Fragment key={readerId}>
            {index > 0 && (
              <Separator className="readers-separator" aria-label="Width of the left reader" />
            )}
            <Panel id={`reader-${readerId}`} defaultSize={`${size}%`} minSize={160}>
              {sourceId !== null && (
                <Reader
                  readerId={readerId}
                  sourceId={sourceId}
                  label={ids.length === 1 ? 'Reader' : (labels[index] ?? 'Reader')}
                />
              )}
            </Panel>
          </Fragment>
        );
      })}
    </Group>
  );
}
