import type { PageFurniture } from '../../shared/domain/exports/print-style.ts';
import { escapeHtml } from '../../shared/domain/exports/report-html.ts';

const line =
  'display: flex; gap: 6mm; width: 100%; margin: 0 13mm; color: #444; font: 8px sans-serif; white-space: nowrap;';
const side = 'flex: 1 1 0; min-width: 0; overflow: hidden; text-overflow: ellipsis;';

/** What Chromium draws at the head and the foot of every sheet of a PDF; it fills the elements of its own two classes. */
export function sheetTemplates({ left, right, foot, handling }: PageFurniture): {
  readonly headerTemplate: string;
  readonly footerTemplate: string;
} {
  const middle = `<strong>${escapeHtml(handling ?? '')}</strong>`;
  const number = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>';
  return {
    headerTemplate: sheetLine(escapeHtml(left), middle, escapeHtml(right)),
    footerTemplate: sheetLine(escapeHtml(foot), middle, number),
  };
}

function sheetLine(left: string, middle: string, right: string): string {
  return `<div style="${line}"><span style="${side}">${left}</span>${middle}<span style="${side} text-align: right;">${right}</span></div>`;
}
