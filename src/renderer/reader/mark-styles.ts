/** Colours of marks: the palette of tags, and one for marks without a tag. */
export const markColours = ['0', '1', '2', '3', '4', '5', '6', '7', 'none'] as const;
export type MarkColour = (typeof markColours)[number];

/** So many underlines stand below one another, each of one mark; of those further down a neutral line says that there are more. */
export const underlineLevels = 4;

/** Highlights that are not about one mark's colour. */
export const plainHighlights = {
  /** Marks lie here that have no line of their own; the margin shows them. */
  more: 'mark-more',
  /** Marks that step back while one is lifted out. */
  faded: 'mark-faded',
  pending: 'mark-pending',
  speaker: 'mark-speaker',
  cue: 'mark-cue',
  flash: 'mark-flash',
  /** What may not be what it seems. */
  suspicious: 'text-suspicious',
  /** What the page that the text was taken from showed as a link, bold or in italics. */
  link: 'text-link',
  bold: 'text-bold',
  italic: 'text-italic',
} as const;

/** The colour of a mark by its first tag's colour. */
export function markColour(tagColour: number | null): MarkColour {
  return markColours[tagColour ?? -1] ?? 'none';
}

/** The name of the highlight that fills the text of marks. */
export function fillName(colour: MarkColour): string {
  return `mark-fill-${colour}`;
}

/** How a line looks: a claim's is solid, a plain highlight's dotted, that of a second layer dashed. */
export type LineKind = 'claim' | 'plain' | 'second';

/** The name of the highlight that underlines marks of a level that has a line. */
export function lineName(colour: MarkColour, level: number, kind: LineKind): string {
  return `mark-line-${colour}-${level}-${kind}`;
}

/** The name of the highlight that joins the parts of a mark across the words between them. */
export function joinName(colour: MarkColour): string {
  return `mark-join-${colour}`;
}

/** The name of the highlight that fills the chosen mark. */
export function chosenName(colour: MarkColour): string {
  return `mark-chosen-${colour}`;
}

/** How far below the base line the underline of a level is: all of them end above the letters of the next line, whatever its height. */
function lineOffset(level: number): string {
  return `calc(${level + 1} * 0.1lh)`;
}

function colourOf(colour: MarkColour, part: 'fill' | 'edge'): string {
  if (colour === 'none') return part === 'fill' ? 'var(--accent-soft)' : 'var(--accent)';
  return `var(--tag-${colour}-${part})`;
}

/** Whether a highlight of marks has a colour behind the text and nothing below it, so that no line gets higher by it. */
export function isFill(name: string): boolean {
  return name.startsWith('mark-fill-') || name.startsWith('mark-chosen-');
}

/** The rules of every highlight. A style sheet of their own: they are many, and all alike. */
export function markStyles(): string {
  const rules: string[] = [];
  const more: string[] = [];
  const forced: string[] = [];
  for (const colour of markColours) {
    const fill = colourOf(colour, 'fill');
    const edge = colourOf(colour, 'edge');
    const strong = `text-decoration-color: color-mix(in oklab, ${edge} 60%, var(--ink))`;
    const chosen = `color-mix(in oklab, ${fill} 84%, ${edge})`;
    rules.push(rule(fillName(colour), `background-color: ${fill}; color: var(--ink)`));
    rules.push(rule(chosenName(colour), `background-color: ${chosen}; color: var(--ink)`));
    forced.push(rule(fillName(colour), 'background-color: Mark; color: MarkText'));
    forced.push(rule(chosenName(colour), 'background-color: Highlight; color: HighlightText'));
    const lines: [name: string, style: string, level: number][] = [];
    for (let level = 0; level < underlineLevels; level += 1) {
      lines.push([lineName(colour, level, 'claim'), 'solid 2px', level]);
      lines.push([lineName(colour, level, 'plain'), 'dotted 2px', level]);
    }
    lines.push([joinName(colour), 'dashed 1px', 0]);
    for (const [name, style, level] of lines) {
      rules.push(rule(name, `text-decoration: underline ${style} ${edge}; ${offsetOf(level)}`));
      more.push(rule(name, strong));
      forced.push(rule(name, 'text-decoration-color: CanvasText'));
    }
  }
  const ink = 'var(--ink)';
  const faded = 'color-mix(in oklab, var(--ink-soft) 55%, var(--surface))';
  rules.push(
    rule(
      plainHighlights.more,
      `text-decoration: underline 1px var(--ink-soft); text-underline-offset: 0.475lh`,
    ),
    rule(plainHighlights.faded, `text-decoration: underline dotted 1px ${faded}; ${offsetOf(0)}`),
    rule(plainHighlights.speaker, `text-decoration: underline double 1px ${ink}`),
    rule(plainHighlights.cue, `text-decoration: underline wavy 1px ${ink}`),
    rule(plainHighlights.pending, `text-decoration: underline dashed 1px var(--ink-soft)`),
    rule(
      plainHighlights.suspicious,
      `text-decoration: underline wavy 2px var(--danger); text-underline-offset: 2px`,
    ),
    // Highlights can change neither weight nor slant.
    rule(plainHighlights.link, 'color: var(--accent)'),
    rule(
      plainHighlights.bold,
      '-webkit-text-stroke: 0.5px var(--ink); text-shadow: 0 0 1px var(--ink), 0.5px 0 0 var(--ink)',
    ),
    rule(
      plainHighlights.italic,
      `text-decoration: underline dotted 1px var(--line-strong); text-underline-offset: 3px`,
    ),
    rule(plainHighlights.flash, 'background-color: var(--warn-soft); color: var(--ink)'),
  );
  forced.push(
    rule(plainHighlights.faded, 'text-decoration-color: GrayText'),
    rule(plainHighlights.link, 'color: LinkText'),
  );
  return [
    ...rules,
    `@media (prefers-contrast: more) {\n${more.join('\n')}\n}`,
    `@media (forced-colors: active) {\n${forced.join('\n')}\n}`,
  ].join('\n');
}

function offsetOf(level: number): string {
  return `text-underline-offset: ${lineOffset(level)}`;
}

/** The lines of the text inherit highlights from the text; without it every element of the window would be tried against every rule. */
function rule(name: string, declarations: string): string {
  return `.reader-text::highlight(${name}) { ${declarations}; }`;
}

/** The rules of a second layer's lines. */
function secondStyles(): string {
  const lines = markColours.flatMap((colour) =>
    Array.from({ length: underlineLevels }, (_, level) => ({ colour, level })),
  );
  const rules = lines.map(({ colour, level }) =>
    rule(
      lineName(colour, level, 'second'),
      `text-decoration: underline dashed 2px ${colourOf(colour, 'edge')}; ${offsetOf(level)}`,
    ),
  );
  const forced = lines.map(({ colour, level }) =>
    rule(lineName(colour, level, 'second'), 'text-decoration-color: CanvasText'),
  );
  return [...rules, `@media (forced-colors: active) {\n${forced.join('\n')}\n}`].join('\n');
}

let adopted = false;
let adoptedSecond = false;

/** Gives the page the rules, once. */
export function adoptMarkStyles(): void {
  if (adopted) return;
  adopted = true;
  adopt(markStyles());
}

/** Gives the page the rules of a second layer, once it has one: mostly there is none, and every rule costs. */
export function adoptSecondStyles(): void {
  if (adoptedSecond) return;
  adoptedSecond = true;
  adopt(secondStyles());
}

function adopt(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
