import { Buffer } from 'node:buffer';

/** A line on a page: its place in points from the lower left corner, the height of its font, its words in Latin-1. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

/** A page: its lines, or a picture alone, and how many degrees it is turned. */
export interface MadePage {
  readonly lines?: readonly PlacedLine[];
  readonly isPicture?: boolean;
  readonly rotate?: number;
}

/** Makes a PDF document of A4 pages in Courier, every character 0.6 of the font's height wide. */
export function makePdf(pages: readonly MadePage[], information = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< ${information} >>`,
  ];
  pages.forEach((page, index) => {
    const content = page.isPicture
      ? 'q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q'
      : (page.lines ?? []).map(drawLine).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${page.rotate ?? 0} /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n${trailer}`;
  return Buffer.from(file, 'latin1');
}

function drawLine({ x, y, size = 10, text }: PlacedLine): string {
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

/** Lines below one another, 12 points apart, from a place downwards. */
export function column(x: number, y: number, texts: readonly string[]): readonly PlacedLine[] {
  return texts.map((text, index) => ({ x, y: y - 12 * index, text }));
}
