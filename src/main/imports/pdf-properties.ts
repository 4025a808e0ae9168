import type { DocumentProperties } from './document-source.ts';
import type { PdfDocument } from './pdf-library.ts';

/** What a PDF says about itself: its XMP metadata, and its information dictionary where that says nothing. */
export async function readPdfProperties(document: PdfDocument): Promise<DocumentProperties> {
  try {
    const { info, metadata } = await document.getMetadata();
    const stated = (name: string): string => asText(metadata?.get(name));
    return {
      title: stated('dc:title') || asText(info['Title']),
      byline: stated('dc:creator') || asText(info['Author']),
      outlet: stated('dc:publisher') || stated('prism:publicationname'),
      published:
        stated('prism:publicationdate') ||
        readPdfDate(asText(info['CreationDate'])) ||
        stated('xmp:createdate'),
      updated: readPdfDate(asText(info['ModDate'])) || stated('xmp:modifydate'),
      language: asText(info['Language']) || stated('dc:language'),
    };
  } catch {
    // Properties that cannot be read are no reason to leave the text out.
    return {};
  }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : '';
}

/** A date of PDF (ISO 32000-2, 7.9.4: `D:20230131120000+01'00'`) in the form of ISO 8601; empty for another. */
function readPdfDate(written: string): string {
  const parts =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*(Z|[+-]\d{2}'?\d{2})?/.exec(written);
  if (parts === null) return '';
  const [, year = '', month, day, hour, minute, second = '00', zone = ''] = parts;
  if (month === undefined) return year;
  if (day === undefined) return `${year}-${month}`;
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`;
  const offset = zone === 'Z' ? 'Z' : zone.replace("'", '').replace(/^(.\d{2})(\d{2})$/, '$1:$2');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}
