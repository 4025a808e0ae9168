import { chainText } from '../attributions/chain-text.ts';
import { credibilityWords } from '../grades/grade.ts';
import { shownTags } from './mention-cells.ts';
import type { MarkSnapshot } from './project-snapshot.ts';
import { escapeHtml } from './report-html.ts';

/** A mark as it is printed: with its colour, an index of `printColours`. */
export interface PrintMark {
  readonly id: string;
  readonly spans: MarkSnapshot['highlight']['spans'];
  readonly colour: number;
  readonly snapshot: MarkSnapshot;
}

/** From so many UTF-16 code units on a quote stands in its note with its beginning and its end alone: the words are beside it. */
const longQuote = 160;

/** What a note says, in the order in which it is read; each field with what it is called. */
export function noteFields(snapshot: MarkSnapshot): readonly (readonly [string, string])[] {
  const { highlight, claim, attribution, credibility, verdict } = snapshot;
  const fields: (readonly [string, string])[] = [];
  if (claim !== null) {
    const { statement, kind, status } = claim.claim;
    const stance = highlight.stance === null ? '' : `${highlight.stance}: `;
    fields.push(['Claim', `${stance}${statement} (${kind}, ${status})`]);
  }
  if (attribution !== null) fields.push(['Said by', chainText(attribution.links)]);
  else if (claim !== null) fields.push(['Said by', 'not yet attributed']);
  if (credibility !== null) {
    fields.push(['Credibility', graded(credibility.value, credibility.reason)]);
  }
  if (claim?.credibility) {
    fields.push([
      'Claim',
      `credibility ${graded(claim.credibility.value, claim.credibility.reason)}`,
    ]);
  }
  if (highlight.note !== null) fields.push(['Note', highlight.note]);
  if (highlight.handling !== null) fields.push(['Handling', highlight.handling]);
  if (verdict !== null) {
    const reason = verdict.reason === null ? '' : `: ${verdict.reason}`;
    fields.push(['Review', `${verdict.verdict} by ${verdict.by}${reason}`]);
  }
  return fields;
}

function graded(value: keyof typeof credibilityWords, reason: string | null): string {
  const words = `${value}, ${credibilityWords[value].toLowerCase()}`;
  return reason === null ? words : `${words}: ${reason}`;
}

/** Who marked it, and on what day. */
function markedBy({ analyst, highlight }: MarkSnapshot): string {
  return `${analyst}, ${highlight.createdAt.slice(0, 10)}`;
}

/** The quote of a mark as its note has it. */
export function noteQuote(quote: string): string {
  if (quote.length <= longQuote) return quote;
  const characters = [...quote];
  return `${characters.slice(0, 100).join('')} […] ${characters.slice(-40).join('')}`;
}

/** A note as an item of the list beside the text. */
export function noteHtml(number: number, { colour, snapshot }: PrintMark): string {
  const tags = shownTags(snapshot).map(
    (path) => `<span class="tag c${colour}">${escapeHtml(path)}</span> `,
  );
  const fields = noteFields(snapshot).map(
    ([name, value]) =>
      `<span class="field${name === 'Claim' ? ' claim' : ''}" dir="auto"><span class="soft">${name}:</span> ${escapeHtml(value)}</span>`,
  );
  const kind = snapshot.claim === null ? ' plain-mark' : '';
  return `<li id="note-${number}" class="c${colour}${kind}"><b class="number">${number}</b>${tags.join('')}<span dir="auto">“${escapeHtml(noteQuote(snapshot.highlight.quote))}”</span> <span class="soft">${escapeHtml(markedBy(snapshot))}</span>${fields.join('')}</li>`;
}

/** About how many lines a note takes, in lines of the text beside it. */
export function noteLines({ snapshot }: PrintMark): number {
  const texts = [
    `${snapshot.tags.join(' ')} ${noteQuote(snapshot.highlight.quote)} ${markedBy(snapshot)}`,
    ...noteFields(snapshot).map(([name, value]) => `${name}: ${value}`),
  ];
  const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / 40), 0);
  return Math.ceil(lines * 0.7);
}
