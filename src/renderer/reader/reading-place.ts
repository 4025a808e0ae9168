import type { SourceId } from '../../shared/domain/ids.ts';
import { saveSetting, settingNow, type Setting } from '../app/settings.ts';

/** How long the reader must rest before its place is kept, in milliseconds. */
const restMs = 500;

/** The offset that was at the top when a source was last read. */
export function readingPlace(sourceId: SourceId): Setting<number> {
  return {
    key: `reader.place.${sourceId}`,
    parse: (stored) => (typeof stored === 'number' && stored >= 0 ? Math.floor(stored) : 0),
  };
}

/** Keeps the place in a source once the reader rests. */
export interface PlaceKeeper {
  moved(): void;
  /** Keeps the place now, if it moved. */
  flush(): void;
}

/** `top` gives the first offset that is seen. */
export function createPlaceKeeper(sourceId: SourceId, top: () => number): PlaceKeeper {
  const setting = readingPlace(sourceId);
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
