/** What the JSON-LD of a page says about its article; texts as they stand there. */
export interface JsonLdArticle {
  readonly title?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly language?: string;
  /** The text of the article, often cut short and never with its paragraphs. */
  readonly body?: string;
}

const articleType =
  /(?:Article|BlogPosting|Report|Reportage\w*|NewsItem|LiveBlogPosting|ScholarlyArticle|Posting)$/;
const mostNodes = 2_000;

/** Reads the first article of the JSON-LD scripts of a page; scripts that are no JSON are left out. */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle {
  const nodes = scripts.flatMap((script) => collectNodes(parse(script)));
  const article =
    nodes.find((node) => typesOf(node).some((type) => articleType.test(type))) ??
    nodes.find((node) => textOf(node['headline']) !== null && 'datePublished' in node);
  if (article === undefined) return {};
  const byId = new Map(nodes.map((node) => [node['@id'], node] as const));
  // An object with nothing but an id refers to another node of the page.
  const resolve = (value: unknown): unknown =>
    isRecord(value) && typeof value['@id'] === 'string' && Object.keys(value).length === 1
      ? (byId.get(value['@id']) ?? value)
      : value;
  const found: Record<keyof JsonLdArticle, string | null> = {
    title: textOf(article['headline']) ?? textOf(article['name']),
    byline: namesOf(article['author'], resolve) ?? namesOf(article['creator'], resolve),
    published: textOf(article['datePublished']),
    updated: textOf(article['dateModified']),
    outlet: namesOf(article['publisher'], resolve),
    url: textOf(article['url']) ?? idOf(article['mainEntityOfPage']),
    language: textOf(article['inLanguage']),
    body: textOf(article['articleBody']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

function parse(script: string): unknown {
  const body = script
    .trim()
    .replace(/^<!--|-->$|^\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/$|^<!\[CDATA\[|\]\]>$/g, '');
  // Line breaks within strings are the commonest fault of such scripts, then values in single quotes and a last comma.
  const line = body.replaceAll(/[\n\r\t]/g, ' ');
  return parseJson(body) ?? parseJson(line) ?? parseJson(mendQuotes(line));
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return null;
  }
}

function mendQuotes(line: string): string {
  return line
    .replaceAll(
      /:\s*'([^'"\\]{0,2000})'\s*(?=[,}])/g,
      (_, value: string) => `: ${JSON.stringify(value)}`,
    )
    .replaceAll(/,\s*(?=[}\]])/g, '');
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** The nodes of a script, breadth first, without going into what an article itself holds. */
function collectNodes(root: unknown): readonly JsonRecord[] {
  const nodes: JsonRecord[] = [];
  const queue: unknown[] = [root];
  for (let index = 0; index < queue.length && index < mostNodes; index += 1) {
    const value = queue[index];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, mostNodes));
    else if (isRecord(value)) {
      nodes.push(value);
      queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
    }
  }
  return nodes;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: JsonRecord): readonly string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter(
    (name) => typeof name === 'string',
  );
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf((value as unknown[])[0]);
  if (typeof value !== 'string') return null;
  const text = decodeEntities(value).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

function idOf(value: unknown): string | null {
  return isRecord(value) ? (textOf(value['@id']) ?? textOf(value['url'])) : textOf(value);
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string | null {
  const items = Array.isArray(value) ? (value as unknown[]).slice(0, 20) : [value];
  const names = items.flatMap((item) => {
    const resolved = resolve(item);
    const name = isRecord(resolved) ? textOf(resolved['name']) : textOf(resolved);
    return name === null || /^https?:\/\//i.test(name) ? [] : [name.replace(/^by\s+/i, '')];
  });
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** Many pages write HTML entities into their JSON. */
function decodeEntities(value: string): string {
  return value
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0xfffd)),
    )
    .replaceAll(/&#x([\da-f]{1,5});/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', '’')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
