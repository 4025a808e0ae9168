import type { SourceId } from '../../shared/domain/ids.ts';
import { readerFocus, readerIds } from '../app/readers.ts';
import { saveSetting, settingNow, type Setting } from '../app/settings.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';

/** How long the reader must rest before its place is kept, in milliseconds. */
const restMs = 500;

/** The offset that was at the top when a source was last read; where it stands in both readers, each has its own. */
export function readingPlace(readerId: ReaderId, sourceId: SourceId): Setting<number> {
  const second = isSecondOf(readerId, sourceId) ? '.second' : '';
  return {
    key: `reader.place.${sourceId}${second}`,
    parse: (stored) => (typeof stored === 'number' && stored >= 0 ? Math.floor(stored) : 0),
  };
}

/** Whether the reader on the left shows the same source as this one on the right. */
function isSecondOf(readerId: ReaderId, sourceId: SourceId): boolean {
  const [left, right] = readerIds(workspace.get());
  return left !== undefined && right === readerId && readerFocus(left).sourceId === sourceId;
}

/** Keeps the place in a source once the reader rests. */
export interface PlaceKeeper {
  moved(): void;
  /** Keeps the place now, if it moved. */
  flush(): void;
}

/** `top` gives the first offset that is seen. */
export function createPlaceKeeper(
  readerId: ReaderId,
  sourceId: SourceId,
  top: () => number,
): PlaceKeeper {
  const setting = readingPlace(readerId, sourceId);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const offset = top();
    if (offset !== settingNow(setting)) saveSetting(setting, offset);
  }

  return {
    moved() {
      clearTimeout(timer);
      timer = setTimeout(flush, restMs);
    },
    flush,
  };
}
