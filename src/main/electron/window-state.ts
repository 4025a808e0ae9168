import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../projects/json-file.ts';

/** The least at which every pane can be used, in device-independent pixels. */
export const minimumSize = { width: 900, height: 600 } as const;
const firstSize = { width: 1360, height: 880 } as const;

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});

/** Where a window stands, in device-independent pixels; no place means the middle of the screen. */
export interface WindowPlace {
  readonly bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  readonly maximised: boolean;
}

/** Where the last window stood, if that can still be seen. */
export function readWindowPlace(folder: string): WindowPlace {
  const kept = readJsonFile(statePath(folder), stateSchema);
  if (kept === null) return { bounds: firstBounds(), maximised: false };
  const { maximised, ...place } = kept;
  const area = screen.getDisplayMatching(place).workArea;
  const bounds = {
    width: Math.min(
      Math.max(place.width, minimumSize.width),
      Math.max(area.width, minimumSize.width),
    ),
    height: Math.min(
      Math.max(place.height, minimumSize.height),
      Math.max(area.height, minimumSize.height),
    ),
  };
  return {
    bounds: overlaps(place, area) ? { x: place.x, y: place.y, ...bounds } : bounds,
    maximised,
  };
}

/** Remembers where a window stands. */
export function keepWindowPlace(folder: string, window: BrowserWindow): void {
  const state = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  try {
    writeJsonFile(statePath(folder), state);
  } catch {
    // A window must close also where its place cannot be kept.
  }
}

function statePath(folder: string): string {
  return join(folder, 'window.json');
}

function firstBounds(): WindowPlace['bounds'] {
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return {
    width: Math.max(minimumSize.width, Math.min(firstSize.width, width)),
    height: Math.max(minimumSize.height, Math.min(firstSize.height, height)),
  };
}

/** Whether enough of a window is on the screen to take hold of it. */
function overlaps(place: Rectangle, area: Rectangle): boolean {
  const margin = 100;
  return (
    place.x + place.width >= area.x + margin &&
    place.x <= area.x + area.width - margin &&
    place.y >= area.y &&
    place.y <= area.y + area.height - margin
  );
}
