/** What SQLite can bind. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** A statement with its bound values; made only by `sql`, so that no value ever becomes part of the text. */
export interface Query {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && 'text' in value && 'values' in value;
}

/** Of each template into which no other is put, its text: the same string every time, which maps find at once. */
const textOfTemplate = new WeakMap<TemplateStringsArray, string>();

/** A statement as a template: values are bound, a nested `sql` becomes part of the statement. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Query)[]): Query {
  if (!parts.some(isQuery)) {
    let text = textOfTemplate.get(strings);
    if (text === undefined) {
      text = strings.join('?');
      textOfTemplate.set(strings, text);
    }
    return { text, values: parts as readonly SqlValue[] };
  }
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isQuery(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

/** Joins conditions with AND; no condition is always true. */
export function allOf(conditions: readonly Query[]): Query {
  const [first, ...rest] = conditions;
  if (first === undefined) return sql`TRUE`;
  return rest.reduce((whole, next) => sql`${whole} AND ${next}`, first);
}
