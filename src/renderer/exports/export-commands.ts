import type { ExportFormat } from '../../shared/contract/exchange.ts';
import type { Command } from '../app/commands/command.ts';
import { hasProject } from '../app/commands/has-project.ts';
import { showExport } from './ExportDialog.tsx';

/** Commands for handing results over. */
export const exportCommands: readonly Command[] = [
  command('export.csv', 'Export claims as CSV', 'csv', ['mod+e']),
  command('export.jsonl', 'Export all markup as JSON lines', 'jsonl'),
  command('export.markdown', 'Export as Markdown', 'md'),
  command('export.html', 'Export as HTML', 'html'),
];

function command(
  id: string,
  name: string,
  format: ExportFormat,
  shortcuts: readonly string[] = [],
): Command {
  return {
    id,
    name,
    group: 'Export',
    shortcuts,
    scope: 'outside-fields',
    when: hasProject,
    run: () => showExport(format),
  };
}
