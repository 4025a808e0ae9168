/** Colours of marks: the palette of tags, and one for marks without a tag. */
export const markColours = ['0', '1', '2', '3', '4', '5', '6', '7', 'none'] as const;
export type MarkColour = (typeof markColours)[number];

/** How many underlines can stand below one another; marks further down share the last. */
export const underlineLevels = 3;

/** Highlights that are not about one mark's colour. */
export const plainHighlights = {
  pending: 'mark-pending',
  speaker: 'mark-speaker',
  cue: 'mark-cue',
  flash: 'mark-flash',
} as const;

/** The colour of a mark by its first tag's colour. */
export function markColour(tagColour: number | null): MarkColour {
  return markColours[tagColour ?? -1] ?? 'none';
}

/** The name of the highlight that fills the text of marks. */
export function fillName(colour: MarkColour): string {
  return `mark-fill-${colour}`;
}

/** The name of the highlight that underlines marks; a claim's line is solid, a plain highlight's dotted. */
export function lineName(colour: MarkColour, level: number, claim: boolean): string {
  return `mark-line-${colour}-${Math.min(level, underlineLevels)}-${claim ? 'claim' : 'plain'}`;
}

/** The name of the highlight that fills the chosen mark. */
export function chosenName(colour: MarkColour): string {
  return `mark-chosen-${colour}`;
}

/** How far below the base line the underline of a level is, in pixels. */
function lineOffset(level: number): number {
  return 4 + level * 4;
}

function colourOf(colour: MarkColour, part: 'fill' | 'edge'): string {
  if (colour === 'none') return part === 'fill' ? 'var(--accent-soft)' : 'var(--accent)';
  return `var(--tag-${colour}-${part})`;
}

/** The rules of every highlight. A style sheet of their own: they are many, and all alike. */
export function markStyles(): string {
  const rules: string[] = [];
  const forced: string[] = [];
  for (const colour of markColours) {
    const fill = colourOf(colour, 'fill');
    const edge = colourOf(colour, 'edge');
    const chosen = `color-mix(in oklab, ${fill} 70%, ${edge})`;
    rules.push(rule(fillName(colour), `background-color: ${fill}; color: var(--ink)`));
    rules.push(rule(chosenName(colour), `background-color: ${chosen}; color: var(--ink)`));
    forced.push(rule(fillName(colour), 'background-color: Mark; color: MarkText'));
    forced.push(rule(chosenName(colour), 'background-color: Highlight; color: HighlightText'));
    for (let level = 0; level <= underlineLevels; level += 1) {
      for (const claim of [true, false]) {
        const style = claim ? 'solid' : 'dotted';
        const offset = `text-underline-offset: ${lineOffset(level)}px`;
        const name = lineName(colour, level, claim);
        rules.push(rule(name, `text-decoration: underline ${style} 2px ${edge}; ${offset}`));
        forced.push(rule(name, `text-decoration-color: CanvasText`));
      }
    }
  }
  const ink = 'var(--ink)';
  rules.push(
    rule(plainHighlights.speaker, `text-decoration: underline double 1px ${ink}`),
    rule(plainHighlights.cue, `text-decoration: underline wavy 1px ${ink}`),
    rule(plainHighlights.pending, `text-decoration: underline dashed 1px var(--ink-soft)`),
    rule(plainHighlights.flash, 'background-color: var(--warn-soft); color: var(--ink)'),
  );
  return `${rules.join('\n')}\n@media (forced-colors: active) {\n${forced.join('\n')}\n}`;
}

/** The lines of the text inherit highlights from the text; without it every element of the window would be tried against every rule. */
function rule(name: string, declarations: string): string {
  return `.reader-text::highlight(${name}) { ${declarations}; }`;
}

let adopted = false;

/** Gives the page the rules, once. */
export function adoptMarkStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markStyles());
  document.adoptedStyleSheets.push(sheet);
}
