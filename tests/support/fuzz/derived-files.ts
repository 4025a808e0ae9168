import { zipSync } from 'fflate';

/** Makes real files of a format of which there are none out of real files of another. */
export type DeriveFiles = (files: readonly Uint8Array[]) => readonly Uint8Array[];

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Mails that are kept as the field `text` of a JSON object. */
export const mailsOf: DeriveFiles = (files) =>
  files.map((file) => Buffer.from((JSON.parse(text(file)) as { readonly text: string }).text));

/** Boxes of a few mails each, with files attached to one of them. */
export const boxesOf: DeriveFiles = (files) => {
  const mails = mailsOf(files).map(text);
  const attached =
    'From a@example.org Mon Oct 30 09:00:00 2023\nSubject: Files\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nWords.\n--b\nContent-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\nContent-Transfer-Encoding: base64\n\nPHA+V29yZHMuPC9wPg==\n--b\nContent-Type: message/rfc822\n\nFrom: b@example.org\nSubject: Inner\n\nInner words.\n--b--\n';
  return mails.map((mail, index) =>
    Buffer.from([mail, attached, mails[index + 1] ?? ''].join('\n\n')),
  );
};

/** Saved pages, as browsers write them. */
export const savedPagesOf: DeriveFiles = (files) =>
  files.map((file) =>
    Buffer.from(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nDate: Tue, 31 Oct 2023 12:00:00 -0000\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(file).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n----b--\r\n`,
    ),
  );

interface Article {
  readonly articleBody: string;
  readonly url: string;
}

function articlesOf(files: readonly Uint8Array[]): readonly Article[] {
  return files.flatMap((file) => Object.values(JSON.parse(text(file)) as Record<string, Article>));
}

/** Lists of a few articles each. */
export const jsonOf: DeriveFiles = (files) =>
  groups(articlesOf(files)).map((group) => Buffer.from(JSON.stringify(group)));

/** Tables of a few articles each. */
export const tablesOf: DeriveFiles = (files) =>
  groups(articlesOf(files)).map((group) => {
    const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    const rows = group.map(({ articleBody, url }) => `${cell(articleBody)},${cell(url)}`);
    return Buffer.from(['text,url', ...rows].join('\r\n'));
  });

/** Articles with a little Markdown around them. */
export const markdownOf: DeriveFiles = (files) =>
  articlesOf(files).map(({ articleBody, url }) => {
    const body = articleBody.replaceAll('\n', '\n\n').replace(/\b(\w{6,})\b/, '**$1**');
    return Buffer.from(
      `---\nurl: ${url}\n---\n# Title\n\n${body}\n\n- one\n  1. two\n\n> said [x](y)\n\n|a|b|\n|-|-|\n|1|2|\n`,
    );
  });

/** Archives of a few files each. */
export const archivesOf: DeriveFiles = (files) =>
  groups(files).map((group) =>
    zipSync(Object.fromEntries(group.map((file, index) => [`folder/${index}.html`, file]))),
  );

function groups<T>(items: readonly T[]): readonly (readonly T[])[] {
  const made: T[][] = [];
  for (let at = 0; at < items.length; at += 4) made.push(items.slice(at, at + 4));
  return made;
}
