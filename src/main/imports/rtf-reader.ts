import { Buffer } from 'node:buffer';

import iconv from 'iconv-lite';

import type { DocumentProperties } from './document-source.ts';
import { DocumentProblem } from './document-problem.ts';
import { applyProperty, firstGroup, plain } from './rtf-group.ts';
import type { RtfGroup } from './rtf-group.ts';
import { createRtfHtml } from './rtf-html.ts';
import type { RtfHtml } from './rtf-html.ts';
import {
  characterWords,
  codePageOfCharset,
  decodeSymbol,
  encodingOfCodePage,
  knownIgnorable,
  silentDestinations,
} from './rtf-tables.ts';

/** A token of RTF: a group begins or ends, a control word with its number, or bytes. */
export interface RtfToken {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Uint8Array;
}

/** Reads the tokens of an RTF document in order. */
export interface RtfReader {
  readonly read: (token: RtfToken) => void;
  readonly finish: () => { readonly html: string; readonly properties: DocumentProperties };
}

const deepest = 5000;
const symbolCharset = 2;
const infoFields = new Set('title author company subject creatim revtim'.split(' '));

/** Makes a reader of RTF 1.9.1; nothing of pictures, objects and fields' instructions is kept but addresses of links. */
export function createRtfReader(): RtfReader {
  const fonts = new Map<number, number>();
  const headings = new Map<number, number>();
  const info = new Map<string, string>();
  const main = createRtfHtml((style) => headings.get(style) ?? null);
  const notes: string[] = [];
  // The writer at work: the document's, and above it that of each note that is open.
  const writers: RtfHtml[] = [main];
  const groups: RtfGroup[] = [];
  const links: (string | null)[] = [];
  let group = firstGroup;
  let codePage = 1252;
  let defaultFont = -1;
  let bytes: number[] = [];
  let skip = 0;
  let instruction = '';
  let fontText = '';
  let styleText = '';
  let definedStyle = 0;
  let date = { yr: 0, mo: 0, dy: 0, hr: 0, min: 0 };

  function write(characters: string): void {
    const { destination } = group;
    if (destination === 'fldinst') instruction = (instruction + characters).slice(0, 4000);
    else if (destination === 'stylesheet') styleText += characters;
    else if (destination === 'fonttbl') fontText += characters;
    else if (infoFields.has(destination)) {
      info.set(destination, ((info.get(destination) ?? '') + characters).slice(0, 2000));
    }
    if (group.isHidden || group.isDeleted) return;
    const writer = writers.at(-1) ?? main;
    if (destination === 'listtext') writer.addLabel(characters);
    else if (destination === 'text') {
      writer.addText(characters, {
        isBold: group.isBold,
        isItalic: group.isItalic,
        link: links.at(-1) ?? null,
      });
    }
  }

  function flush(): void {
    if (bytes.length === 0) return;
    const buffer = Buffer.from(bytes);
    bytes = [];
    const font = group.font < 0 ? defaultFont : group.font;
    const charset = fonts.get(font);
    if (charset === -symbolCharset) {
      write([...buffer].map(decodeSymbol).join(''));
      return;
    }
    const encoding = encodingOfCodePage(charset ?? codePage);
    write(iconv.decode(buffer, iconv.encodingExists(encoding) ? encoding : 'cp1252'));
  }

  function addBytes(data: Uint8Array): void {
    for (const byte of data) {
      if (skip > 0) skip -= 1;
      else bytes.push(byte);
    }
  }

  function open(): void {
    skip = 0;
    groups.push(group);
    if (groups.length > deepest)
      throw new DocumentProblem('The RTF document is nested too deeply to be read.');
    group = { ...group, isIgnorable: false };
  }

  function close(): void {
    skip = 0;
    const ended = group;
    group = groups.pop() ?? firstGroup;
    if (ended.destination === group.destination) return;
    if (ended.destination === 'fldinst') {
      const address = /^\s*HYPERLINK\s+(?:\\\w\s+)*"?([^"\s]+)/i.exec(instruction)?.[1];
      if (links.length > 0) links[links.length - 1] = address ?? null;
      instruction = '';
    } else if (ended.destination === 'creatim' || ended.destination === 'revtim') {
      info.set(ended.destination, writeDate(date));
    }
  }

  function startDestination(word: string): boolean {
    const isText = group.destination === 'text' || group.destination === 'listtext';
    if (word === 'footnote' && isText) {
      notes.push('');
      const number = notes.length;
      write(`[${number}]`);
      const note = createRtfHtml(() => null);
      note.addText(`[${number}] `, { isBold: false, isItalic: false, link: null });
      writers.push(note);
      group = { ...group, ...plain, isInTable: false, destination: 'text' };
      noteGroups.push({ depth: groups.length, number });
      return true;
    }
    if (word === 'listtext' || word === 'pntext') {
      if (group.destination === 'text') group = { ...group, destination: 'listtext' };
      return true;
    }
    if (word === 'field') {
      links.push(null);
      fieldDepths.push(groups.length);
      return true;
    }
    if (infoFields.has(word) && group.destination === 'info') {
      date = { yr: 0, mo: 0, dy: 0, hr: 0, min: 0 };
      group = { ...group, destination: word };
      return true;
    }
    if (word === 'shptxt' || word === 'ud' || word === 'result') {
      const isMuted = group.destination === 'muted' || group.destination === 'object';
      if (isMuted) group = { ...group, destination: 'text' };
      // The same words in Unicode come after those for older programs.
      if (word === 'ud' && infoFields.has(group.destination)) info.delete(group.destination);
      return true;
    }
    if (word === 'upr' || word === 'shpinst' || word === 'shp') {
      if (isText) group = { ...group, destination: 'muted' };
      return true;
    }
    if (silentDestinations.has(word) || (group.isIgnorable && !knownIgnorable.has(word))) {
      const isHeard = isText || group.destination === 'muted';
      if (isHeard)
        group = { ...group, destination: silentDestinations.has(word) ? word : 'silent' };
      return true;
    }
    return false;
  }

  const noteGroups: { readonly depth: number; readonly number: number }[] = [];
  const fieldDepths: number[] = [];

  function leave(): void {
    flush();
    const depth = groups.length;
    const note = noteGroups.at(-1);
    if (note?.depth === depth) {
      noteGroups.pop();
      const html = writers.length > 1 ? writers.pop()?.finish() : '';
      notes[note.number - 1] = html ?? '';
    }
    if (group.destination === 'stylesheet') readStyle();
    if (group.destination === 'fonttbl') fontText = '';
    close();
    if (fieldDepths.at(-1) === depth) {
      fieldDepths.pop();
      links.pop();
    }
  }

  function readStyle(): void {
    const name = styleText.replace(/;\s*$/, '').trim();
    const level = /^heading ([1-9])$/i.exec(name)?.[1];
    if (level !== undefined) headings.set(definedStyle, Math.min(6, Number(level)));
    else if (/^title$/i.test(name)) headings.set(definedStyle, 1);
    else if (/^subtitle$/i.test(name)) headings.set(definedStyle, 2);
    styleText = '';
    definedStyle = 0;
  }

  function endParagraph(): void {
    if (group.destination !== 'text' && group.destination !== 'listtext') return;
    const { style, outline, listLevel, isInTable } = group;
    writers.at(-1)?.endParagraph({ style, outline, listLevel, isInTable });
  }

  function control(word: string, param: number | undefined): void {
    if (word === "'") return;
    flush();
    if (skip > 0) {
      skip -= 1;
      return;
    }
    const character = characterWords[word];
    if (character !== undefined) return write(character);
    if (word === '*') {
      group = { ...group, isIgnorable: true };
      return;
    }
    if (word === 'u') return writeUnicode(param ?? 0);
    if (startDestination(word)) {
      group = { ...group, isIgnorable: false };
      return;
    }
    group = { ...group, isIgnorable: false };
    const writer = writers.at(-1) ?? main;
    const isText = group.destination === 'text';
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
      case '\n':
      case '\r':
        return endParagraph();
      case 'line':
      case 'softline':
      case 'lbr':
        if (isText) writer.addBreak();
        return;
      case 'cell':
        if (isText) writer.endCell();
        return;
      case 'row':
        if (isText) writer.endRow();
        return;
      case 'nestcell':
        return write('\t');
      case 'nestrow':
        if (isText) writer.addBreak();
        return;
      case 'ansicpg':
        if (param !== undefined && param > 0) codePage = param;
        return;
      case 'mac':
        codePage = 10000;
        return;
      case 'pc':
        codePage = 437;
        return;
      case 'pca':
        codePage = 850;
        return;
      case 'deff':
        defaultFont = param ?? -1;
        return;
      case 'fcharset':
        return setCharset(param ?? 0);
      case 'cpg':
        if (group.destination === 'fonttbl' && param !== undefined) fonts.set(group.font, param);
        return;
      case 'yr':
      case 'mo':
      case 'dy':
      case 'hr':
      case 'min':
        date = { ...date, [word]: param ?? 0 };
        return;
      default:
        if (word === 's' && group.destination === 'stylesheet') definedStyle = param ?? 0;
        group = applyProperty(group, word, param);
    }
  }

  function setCharset(charset: number): void {
    if (group.destination !== 'fonttbl') return;
    if (charset === symbolCharset) fonts.set(group.font, -symbolCharset);
    else if (charset > 1) fonts.set(group.font, codePageOfCharset[charset] ?? codePage);
    else if (charset === 0) fonts.set(group.font, codePage === 10000 ? codePage : 1252);
  }

  function writeUnicode(value: number): void {
    write(String.fromCharCode(((value % 0x1_00_00) + 0x1_00_00) % 0x1_00_00));
    skip = group.fallback;
  }

  function read(token: RtfToken): void {
    switch (token.type) {
      case 0:
        flush();
        return open();
      case 1:
        return leave();
      case 2:
        if (token.word === "'" && token.data !== undefined) return addBytes(token.data);
        // Binary data follows its word and is never text.
        return token.word === 'bin' ? undefined : control(token.word ?? '', token.param);
      default:
        if (token.data !== undefined) addBytes(token.data);
    }
  }

  return {
    read,
    finish: () => {
      flush();
      while (writers.length > 1) notes.push(writers.pop()?.finish() ?? '');
      const html = [main.finish(), ...notes].join('\n');
      const value = (name: string): string => info.get(name) ?? '';
      return {
        html,
        properties: {
          title: value('title'),
          byline: value('author'),
          outlet: value('company'),
          published: value('creatim'),
          updated: value('revtim'),
        },
      };
    },
  };
}

function writeDate(date: Readonly<Record<'yr' | 'mo' | 'dy' | 'hr' | 'min', number>>): string {
  if (date.yr < 1980 || date.mo < 1 || date.dy < 1) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.yr}-${two(date.mo)}-${two(date.dy)}T${two(date.hr)}:${two(date.min)}:00`;
}
