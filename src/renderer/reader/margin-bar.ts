import type { LanedMark } from './margin-lanes.ts';

/** Where a mark stands in the margin: pixels from the top of the text. */
export interface Extent {
  readonly mark: LanedMark;
  /** One for each part of the mark that is not folded away. */
  readonly parts: readonly { readonly top: number; readonly bottom: number }[];
  readonly top: number;
  readonly bottom: number;
}

/** How a bar is put into its gutter, in pixels. */
export interface BarPlace {
  /** From the edge that lies beside the text. */
  readonly inset: number;
  /** How far below the top of the bar its label stands, so that labels do not lie on one another. */
  readonly drop: number;
}

/** The label of a higher bar goes with what is seen of it; each label that does so costs in every frame. In pixels. */
const longBar = 100;

/** Draws the bar of one mark: a stripe for each part, joined by a thin line, and a label with initials. */
export function drawBar(element: HTMLElement, extent: Extent, { inset, drop }: BarPlace): void {
  const { mark, parts, top, bottom } = extent;
  element.className = [
    'reader-bar',
    mark.claim ? 'reader-bar-claim' : 'reader-bar-plain',
    ...(parts.length > 1 ? ['reader-bar-parts'] : []),
    ...(bottom - top > longBar ? ['reader-bar-long'] : []),
    ...(mark.chosen ? ['reader-bar-chosen'] : []),
    ...(mark.pending ? ['reader-bar-pending'] : []),
    ...(mark.rejected ? ['reader-bar-rejected'] : []),
    ...(mark.second ? ['reader-bar-second'] : []),
    ...(mark.analysts.some(({ colour }) => colour === null) ? ['reader-bar-many'] : []),
  ].join(' ');
  element.dataset.colour = mark.colour;
  element.title = mark.title;
  place(element, top, bottom, inset);
  // Few elements: there are hundreds of bars. Only a mark of several parts has an element for each.
  const stripes = (parts.length > 1 ? parts : []).map((part) => {
    const stripe = document.createElement('i');
    stripe.style.top = `${part.top - top}px`;
    stripe.style.height = `${part.bottom - part.top}px`;
    return stripe;
  });
  const label = newLabel(mark.symbol, drop);
  for (const { initial, colour } of mark.analysts) {
    const analyst = label.appendChild(document.createElement('span'));
    analyst.textContent = initial;
    if (colour !== null) analyst.dataset.colour = String(colour);
  }
  if (mark.review !== null) {
    label.appendChild(document.createElement('small')).textContent = mark.review;
  }
  element.replaceChildren(...stripes, label);
}

/** Draws what stands for marks that have no lane of their own. */
export function drawBundle(
  element: HTMLElement,
  { top, bottom, count }: { readonly top: number; readonly bottom: number; readonly count: number },
  { inset, drop }: BarPlace,
): void {
  element.className = 'reader-bar reader-bar-bundle';
  element.title = `${count} more marks`;
  place(element, top, bottom, inset);
  element.replaceChildren(newLabel(`+${count}`, drop));
}

function place(element: HTMLElement, top: number, bottom: number, inset: number): void {
  element.style.top = `${top}px`;
  element.style.height = `${bottom - top}px`;
  element.style.setProperty('--inset', `${inset}px`);
}

function newLabel(text: string, drop: number): HTMLElement {
  const label = document.createElement('b');
  label.textContent = text;
  label.style.marginTop = `${drop}px`;
  return label;
}
