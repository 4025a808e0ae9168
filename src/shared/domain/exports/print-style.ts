import { escapeCssText } from './print-text.ts';

/** The sizes of paper that are offered; the names are those of CSS. */
export const papers = ['A4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** A tag's colour on paper, that of the light theme: a fill that text stands on, and an edge that is seen beside it. The last is for marks without a tag. */
export const printColours = [
  { fill: '#bdd8fe', edge: '#1b6bf2' },
  { fill: '#fddfb7', edge: '#744e0e' },
  { fill: '#d2f5dc', edge: '#003e1f' },
  { fill: '#fec9c1', edge: '#b44b56' },
  { fill: '#eacde5', edge: '#68034b' },
  { fill: '#f5f399', edge: '#877300' },
  { fill: '#9bfcfe', edge: '#01637f' },
  { fill: '#d5d5d5', edge: '#6f757b' },
  { fill: '#e3e6f6', edge: '#4150b0' },
] as const;

/** How many lines can stand below one another under the words; those further down share the last. */
export const printLevels = 4;

/** What stands around the text on every page. */
export interface PageFurniture {
  readonly left: string;
  readonly right: string;
  readonly foot: string;
  /** Shown in the middle, at the head and the foot; null for none. */
  readonly handling: string | null;
}

/** The style sheet of a printed source; `page` where the sheet itself says what stands around the text. */
export function printStyle(paper: Paper, page: PageFurniture | null): string {
  const boxes = page === null ? '' : marginBoxes(page);
  return `@page { size: ${paper}; margin: 19mm 13mm 17mm; ${boxes} }\n${textRules}\n${markRules()}`;
}

function marginBoxes({ left, right, foot, handling }: PageFurniture): string {
  const text = (value: string): string => `content: ${escapeCssText(value)}`;
  const middle = handling === null ? '' : `${text(handling)}; font-weight: 700;`;
  return `
  font: 8pt/1.3 'Literata Variable', Georgia, 'Noto Serif', serif; color: #444;
  @top-left { ${text(left)}; text-align: left; width: 48%; vertical-align: bottom; padding-bottom: 4mm; }
  @top-center { ${middle} vertical-align: bottom; padding-bottom: 4mm; white-space: nowrap; }
  @top-right { ${text(right)}; text-align: right; width: 30%; vertical-align: bottom; padding-bottom: 4mm; }
  @bottom-left { ${text(foot)}; text-align: left; width: 60%; vertical-align: top; padding-top: 4mm; overflow-wrap: anywhere; }
  @bottom-center { ${middle} vertical-align: top; padding-top: 4mm; white-space: nowrap; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); text-align: right; width: 20%; vertical-align: top; padding-top: 4mm; }`;
}

const textRules = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 10.5pt/1.55 'Literata Variable', Georgia, 'Noto Serif', 'Noto Serif CJK SC', serif; color: #111; background: #fff; font-variant-ligatures: none; }
header { margin-bottom: 6mm; padding-bottom: 4mm; border-bottom: 1px solid #999; }
header h1 { margin: 0 0 2mm; font-size: 17pt; line-height: 1.25; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 4mm; margin: 0; font-size: 8.5pt; line-height: 1.4; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
.banner { margin: 0 0 4mm; padding: 1mm; border: 1px solid; font-weight: 700; text-align: center; letter-spacing: .05em; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 62mm; column-gap: 6mm; margin-bottom: 2.4mm; }
.row.part { margin-bottom: 0; }
.row.whole { break-inside: avoid; }
.plain { margin: 0 68mm 2.4mm 0; }
.plain.part { margin-bottom: 0; }
.text { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; orphans: 2; widows: 2; }
h2.text, h3.text, h4.text, h5.text, h6.text { margin-top: 3mm; font-size: 12pt; line-height: 1.35; break-after: avoid; }
h2.text { font-size: 14.5pt; }
.list-item { padding-inline-start: 6mm; } .deep2 { padding-inline-start: 12mm; } .deep3 { padding-inline-start: 18mm; }
blockquote.text { padding-inline-start: 4mm; border-inline-start: 2pt solid #bbb; font-style: italic; }
.caption { color: #444; font-size: 9pt; }
.table { font-size: 8.5pt; tab-size: 9em; font-variant-numeric: tabular-nums; }
.furniture { color: #666; font-size: 8.5pt; }
.left-out { margin: 0 68mm 2.4mm 0; color: #666; font-size: 8.5pt; font-style: italic; }
sup { font: 700 6.5pt/0 system-ui, 'Noto Sans', sans-serif; color: #222; vertical-align: 0.55em; padding-inline: 0.5pt; white-space: nowrap; text-decoration: none; display: inline-block; }
ol { margin: 0; padding: 0; list-style: none; font: 7.8pt/1.35 system-ui, 'Noto Sans', 'Segoe UI', Arial, sans-serif; }
ol li { margin-bottom: 1.6mm; padding-inline-start: 2mm; border-inline-start: 2.2pt solid; break-inside: avoid; overflow-wrap: anywhere; }
ol li.plain-mark { border-inline-start-style: dotted; }
ol b.number { margin-inline-end: 1mm; }
.tag { padding: 0 1mm; border-radius: 1mm; color: #111; }
.soft { color: #555; }
.claim { font-weight: 600; }
.field { display: block; }
`;

function markRules(): string {
  const rules: string[] = [];
  for (const [index, { fill, edge }] of printColours.entries()) {
    rules.push(`.f${index} { background: ${fill}; }`);
    rules.push(`ol .c${index} { border-color: ${edge}; } .tag.c${index} { background: ${fill}; }`);
    for (let level = 0; level < printLevels; level += 1) {
      const line = `text-underline-offset: ${(1.6 + 1.9 * level).toFixed(1)}pt; text-decoration-skip-ink: none`;
      rules.push(
        `.u${index}${level} { text-decoration: underline solid 1pt ${edge}; ${line}; }`,
        `.d${index}${level} { text-decoration: underline dotted 1pt ${edge}; ${line}; }`,
      );
    }
  }
  return rules.join('\n');
}
