import type { ExportFormat } from '../../shared/contract/exchange.ts';
import type { Command } from '../app/commands/command.ts';
import { hasProject } from '../app/commands/has-project.ts';
import { workspace } from '../app/workspace.ts';
import { showExport } from './ExportDialog.tsx';
import { showPrint, type PrintWay } from './PrintDialog.tsx';

/** Commands for handing results over. */
export const exportCommands: readonly Command[] = [
  command('export.csv', 'Export claims as CSV', 'csv', ['mod+e']),
  command('export.jsonl', 'Export all markup as JSON lines', 'jsonl'),
  command('export.markdown', 'Export as Markdown', 'md'),
  command('export.html', 'Export as HTML', 'html'),
  printCommand('export.print', 'Print this source with its marks', 'paper', ['mod+p']),
  printCommand('export.pdf', 'Save this source with its marks as PDF', 'pdf', ['mod+shift+p']),
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

function printCommand(
  id: string,
  name: string,
  way: PrintWay,
  shortcuts: readonly string[],
): Command {
  return {
    id,
    name,
    group: 'Export',
    shortcuts,
    scope: 'everywhere',
    when: () => hasProject() && workspace.get().sourceId !== null,
    run() {
      const { sourceId } = workspace.get();
      if (sourceId !== null) showPrint(sourceId, way);
    },
  };
}
