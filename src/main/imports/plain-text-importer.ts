import { normaliseText } from '../../shared/domain/sources/normalise-text.ts';
import { maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import type { ParseOptions, ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { splitPlainText } from '../../shared/domain/sources/plain-text-blocks.ts';
import { readPlainTextMetadata } from '../../shared/domain/sources/plain-text-metadata.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { looksBinary } from './file-signature.ts';
import { tooLongProblem } from './importer.ts';
import type { Importer } from './importer.ts';

/** Reads plain text in any character set; it takes every file that no other importer takes. */
export const plainTextImporter: Importer = {
  name: 'plain-text',
  version: 1,
  canRead: () => true,
  parse: parsePlainText,
};

async function parsePlainText(bytes: Uint8Array, options: ParseOptions): Promise<ParseResult> {
  const decoded = await decodeBytes(bytes, options.encoding, () => null);
  if ('problem' in decoded) return decoded;
  if (looksBinary(decoded.text)) {
    return { problem: 'The file holds no text: it is binary data, whatever its name says.' };
  }
  const result = await readPlainText(decoded.text, decoded.undecodable);
  if ('problem' in result) return result;
  return { source: { ...result.source, encoding: decoded.encoding } };
}

/** Makes a source of characters that are already decoded, such as pasted ones. */
export async function readPlainText(
  characters: string,
  undecodable: boolean,
): Promise<ParseResult> {
  const { text, replacements, replacementCounts } = normaliseText(characters, undecodable);
  if (text.length > maximumTextLength) return { problem: tooLongProblem(text.length) };
  const blocks = splitPlainText(text);
  if (blocks.length === 0) return { problem: 'The file holds no text but white space.' };
  const { metadata, origins } = readPlainTextMetadata(text, blocks);
  const language = await detectLanguage(text, blocks);
  return {
    source: {
      text,
      blocks,
      metadata: { ...metadata, language },
      metadataOrigins:
        language === null ? origins : { ...origins, language: 'statistics of the text' },
      encoding: 'UTF-8',
      mediaType: 'text/plain',
      importer: plainTextImporter.name,
      importerVersion: plainTextImporter.version,
      replacements,
      replacementCounts,
    },
  };
}
