import type { z } from 'zod';
import { markSchema, typedSchemas } from './jsonl-schema.ts';
import { readLines } from './line-reader.ts';
import type { MarkupFormat, MarkupItem, TypedItem, TypedName } from './markup-item.ts';

/** Markup as JSON lines: one mark a line; a line with a `type` carries something else. */
export const jsonlFormat: MarkupFormat = {
  name: 'jsonl',
  read: readJsonLines,
};

function* readJsonLines(path: string, wanted: 'typed' | 'marks'): Iterable<MarkupItem> {
  for (const fileLine of readLines(path)) {
    const { number: line } = fileLine;
    // What is wrong with a line is said once, with the marks.
    if ('problem' in fileLine) {
      if (wanted === 'marks') yield { kind: 'problem', line, problem: fileLine.problem };
      continue;
    }
    const { text } = fileLine;
    if (text.trim() === '') continue;
    if (wanted === 'typed' && !text.includes('"type"')) continue;
    const item = parseLine(text, line);
    const isTyped = item.kind === 'typed';
    if (isTyped === (wanted === 'typed')) yield item;
  }
}

function parseLine(text: string, line: number): MarkupItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'problem', line, problem: 'the line is no JSON; it was left out' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'problem', line, problem: 'the line is no JSON object; it was left out' };
  }
  if (!Object.hasOwn(value, 'type')) return parseMark(value, text, line);
  const { type, ...rest } = value as Record<string, unknown>;
  if (type === 'mark' || type === 'highlight') return parseMark(rest, text, line);
  if (typeof type !== 'string' || !isTypedName(type)) {
    const known = Object.keys(typedSchemas).join(', ');
    const problem = `the type ${JSON.stringify(type)?.slice(0, 80)} is not known (${known}); the line was left out`;
    return { kind: 'problem', line, problem };
  }
  const parsed = typedSchemas[type].safeParse(rest);
  if (!parsed.success) return { kind: 'problem', line, problem: sentence(parsed.error) };
  const ignored = unknownFields(rest, parsed.data);
  return { kind: 'typed', line, item: { type, ...parsed.data } as TypedItem, ignored };
}

function parseMark(value: object, raw: string, line: number): MarkupItem {
  const parsed = markSchema.safeParse(value);
  if (!parsed.success) return { kind: 'problem', line, problem: sentence(parsed.error) };
  const ignored = unknownFields(value, parsed.data);
  return { kind: 'mark', line, mark: parsed.data, raw, ignored };
}

function isTypedName(type: string): type is TypedName {
  return Object.hasOwn(typedSchemas, type);
}

function sentence(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  return `${field === '' ? 'the line' : `“${field}”`} ${whatIsWrong(issue)}; the line was left out`;
}

function whatIsWrong(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `is longer than ${issue.maximum}`;
    case 'too_small':
      return `is shorter than ${issue.minimum}`;
    case 'invalid_union':
      return 'has none of the forms it may have';
    case 'custom':
      return issue.message;
    default:
      return `is not as it must be (${issue?.message ?? 'unknown'})`;
  }
}

/** The names of fields that a schema left out, with the objects they stand in. */
function unknownFields(given: unknown, known: unknown): string[] {
  if (Array.isArray(given) && Array.isArray(known)) {
    return given.flatMap((item, index) => unknownFields(item, known[index]));
  }
  if (!isObject(given) || !isObject(known)) return [];
  return Object.keys(given).flatMap((key) =>
    Object.hasOwn(known, key)
      ? unknownFields(given[key], known[key]).map((inner) => `${key}.${inner}`)
      : [key.slice(0, 100)],
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
