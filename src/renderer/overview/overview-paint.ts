import { markColours } from '../reader/mark-styles.ts';
import type { MarkRows } from './mark-rows.ts';

/** What is drawn on the strip; heights are in pixels from its top. */
export interface OverviewPicture {
  readonly marks: Pick<MarkRows<string>, 'countAt' | 'colourAt'>;
  readonly rows: number;
  readonly hits: readonly number[];
  readonly current: number | null;
  readonly unplaced: readonly number[];
  readonly conflicts: readonly number[];
}

/** The strip in pixels: marks on the left, what else there is on the right. */
export const overviewWidth = 20;
const marksWidth = 8;
const leastWidth = 3;
const signs = { left: 11, width: 8 } as const;

interface Paints {
  readonly marks: readonly string[];
  readonly ink: string;
  readonly paper: string;
  readonly hit: string;
  readonly warning: string;
}

/** Draws the picture. Every kind has a shape of its own, and more marks are a wider bar: colour is never the only cue. */
export function drawOverview(canvas: HTMLCanvasElement, picture: OverviewPicture): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const scale = window.devicePixelRatio;
  const { rows } = picture;
  canvas.width = Math.round(overviewWidth * scale);
  canvas.height = Math.round(rows * scale);
  context.scale(scale, scale);
  const paints = paintsOf(canvas);

  let most = 1;
  for (let row = 0; row < rows; row += 1) most = Math.max(most, picture.marks.countAt(row));
  for (let row = 0; row < rows; row += 1) {
    const count = picture.marks.countAt(row);
    if (count === 0) continue;
    context.fillStyle = paints.marks[picture.marks.colourAt(row) ?? 0] ?? paints.ink;
    const width = leastWidth + (marksWidth - leastWidth) * Math.sqrt(count / most);
    context.fillRect(0, row, width, 1);
  }
  context.fillStyle = paints.hit;
  for (const y of picture.hits) context.fillRect(signs.left, Math.round(y), signs.width, 2);
  if (picture.current !== null) {
    context.fillStyle = paints.ink;
    context.fillRect(signs.left - 1, Math.round(picture.current) - 2, signs.width + 2, 5);
  }
  for (const y of picture.unplaced) drawRing(context, y, paints);
  for (const y of picture.conflicts) drawTriangle(context, y, paints);
}

function drawRing(context: CanvasRenderingContext2D, y: number, { ink, paper }: Paints): void {
  context.beginPath();
  context.arc(signs.left + signs.width / 2, y, 3, 0, 2 * Math.PI);
  context.fillStyle = paper;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = ink;
  context.stroke();
}

function drawTriangle(context: CanvasRenderingContext2D, y: number, paints: Paints): void {
  context.beginPath();
  context.moveTo(signs.left + signs.width / 2, y - 4.5);
  context.lineTo(signs.left + signs.width, y + 3.5);
  context.lineTo(signs.left, y + 3.5);
  context.closePath();
  context.fillStyle = paints.warning;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = paints.paper;
  context.stroke();
}

/** The colours as the style sheets have them now: those of this theme, or of the system where it forces them. */
function paintsOf(canvas: HTMLCanvasElement): Paints {
  const probe = canvas.parentElement?.appendChild(document.createElement('i'));
  if (!probe) return { marks: [], ink: 'black', paper: 'white', hit: 'black', warning: 'black' };
  const resolve = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const marks = markColours.map((colour) =>
    resolve(colour === 'none' ? 'var(--accent)' : `var(--tag-${colour}-edge)`),
  );
  const paints = {
    marks,
    ink: resolve('var(--ink)'),
    paper: resolve('var(--surface)'),
    hit: resolve('var(--overview-hit)'),
    warning: resolve('var(--danger)'),
  };
  probe.remove();
  return paints;
}
