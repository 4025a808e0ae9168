/** A text-bound annotation: `T1<tab>Type 0 5;8 12<tab>text`. Offsets as the file counts them. */
export interface BratText {
  readonly line: number;
  readonly id: string;
  readonly type: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly quote: string;
}

/** An event: its trigger and what plays a part in it; roles are told without their numbers. */
export interface BratEvent {
  readonly line: number;
  readonly id: string;
  readonly type: string;
  readonly trigger: string;
  readonly roles: readonly { readonly role: string; readonly id: string }[];
}

/** Everything else that can be said of an annotation, as a readable line for its note. */
export interface BratRemark {
  readonly about: string;
  readonly words: string;
}

/** A standoff file taken apart. */
export interface BratFile {
  readonly texts: readonly BratText[];
  readonly events: readonly BratEvent[];
  readonly remarks: readonly BratRemark[];
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

const textLine = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t?([^]*)$/;
const eventLine = /^(E\S*)\t([^\s:]+):(\S+)((?: [^\s:]+:\S+)*)\s*$/;
const relationLine = /^(R\S*)\t(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*$/;
const attributeLine = /^([AM]\S*)\t(\S+) (\S+)(?: (.+?))?\s*$/;
const noteLine = /^#\S*\t(\S+) (\S+)\t?([^]*)$/;
const equivalentLine = /^\*\t(\S+)((?: \S+)+)\s*$/;
const normalisationLine = /^(N\S*)\t(\S+) (\S+) (\S+)\t?([^]*)$/;

/** Takes the lines of a brat standoff file apart (the format of brat.nlplab.org/standoff.html); what cannot be read is listed. */
export function parseBrat(
  lines: Iterable<{ readonly number: number; readonly text: string }>,
): BratFile {
  const texts: BratText[] = [];
  const events: BratEvent[] = [];
  const remarks: BratRemark[] = [];
  const problems: { line: number; problem: string }[] = [];
  for (const { number: line, text } of lines) {
    if (text.trim() === '') continue;
    const bound = textLine.exec(text);
    if (bound !== null) {
      const [, id = '', type = '', spans = '', quote = ''] = bound;
      texts.push({ line, id, type, spans: spansOf(spans), quote });
      continue;
    }
    const event = eventLine.exec(text);
    if (event !== null) {
      const [, id = '', type = '', trigger = '', rest = ''] = event;
      events.push({ line, id, type, trigger, roles: rolesOf(rest) });
      continue;
    }
    const said = remarksOf(text);
    if (said === null) {
      problems.push({ line, problem: 'the line is no brat annotation; it was left out' });
    } else remarks.push(...said);
  }
  return { texts, events, remarks, problems };
}

function spansOf(text: string): [number, number][] {
  return text.split(';').map((part) => {
    const [start = 0, end = 0] = part.split(' ').map(Number);
    return [start, end];
  });
}

function rolesOf(text: string): { role: string; id: string }[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      return { role: part.slice(0, colon).replace(/\d+$/, ''), id: part.slice(colon + 1) };
    });
}

function remarksOf(text: string): BratRemark[] | null {
  const relation = relationLine.exec(text);
  if (relation !== null) {
    const [, , type, firstRole, first = '', secondRole, second = ''] = relation;
    return [
      { about: first, words: `${type} (${firstRole}): ${secondRole} is {${second}}` },
      { about: second, words: `${type} (${secondRole}): ${firstRole} is {${first}}` },
    ];
  }
  const attribute = attributeLine.exec(text);
  if (attribute !== null) {
    const [, , name, about = '', value] = attribute;
    return [{ about, words: value === undefined ? `${name}` : `${name}: ${value}` }];
  }
  const note = noteLine.exec(text);
  if (note !== null) {
    const [, type, about = '', words = ''] = note;
    return [{ about, words: type === 'AnnotatorNotes' ? words : `${type}: ${words}` }];
  }
  const normalisation = normalisationLine.exec(text);
  if (normalisation !== null) {
    const [, , , about = '', reference, words = ''] = normalisation;
    return [{ about, words: words === '' ? `${reference}` : `${reference} (${words})` }];
  }
  const equivalent = equivalentLine.exec(text);
  if (equivalent !== null) {
    const ids = (equivalent[2] ?? '').trim().split(' ');
    return ids.map((about) => ({
      about,
      words: `${equivalent[1]}: ${ids
        .filter((id) => id !== about)
        .map((id) => `{${id}}`)
        .join(', ')}`,
    }));
  }
  return null;
}
