import { canChangeProject } from '../app/commands/has-project.ts';
import type { Command } from '../app/commands/command.ts';
import { isTextField } from '../app/commands/text-field.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import type { Format } from '../editor/formats.ts';
import { commitSummary, openSummary } from './open-summary.ts';
import {
  askToRemoveSummary,
  chosenTarget,
  citeChosen,
  exportSummary,
  makeSummary,
  makeSummaryFromClaims,
  pickCitation,
  renameSummary,
} from './summary-actions.tsx';

function isOpen(): boolean {
  return workspace.get().view === 'summary' && openSummary.get().open !== null;
}

function canEdit(): boolean {
  return isOpen() && canChangeProject();
}

/** The text is there to be set, and no other field is being typed in. */
function canFormat(): boolean {
  const active = document.activeElement;
  const inText = openSummary.get().open?.editor.dom.contains(active) ?? false;
  return canEdit() && (inText || !isTextField(active));
}

function format(name: Format, words: string, shortcut: string): Command {
  return {
    id: `summary.${name}`,
    name: words,
    group: 'Summary',
    shortcuts: [shortcut],
    scope: 'everywhere',
    when: canFormat,
    run: () => openSummary.get().open?.editor.format(name),
  };
}

async function askToRemove(): Promise<void> {
  const rows = await queryClient.fetchQuery(read('summaries', 'list', {}));
  const row = rows.find(({ id }) => id === openSummary.get().open?.id);
  if (row) askToRemoveSummary(row);
}

/** What can be done with summaries and their text. */
export const summaryCommands: readonly Command[] = [
  {
    id: 'summary.new',
    name: 'New summary',
    group: 'Summary',
    shortcuts: ['mod+alt+n'],
    scope: 'everywhere',
    when: canChangeProject,
    run: makeSummary,
  },
  {
    id: 'summary.newFromClaims',
    name: 'New summary from all claims',
    group: 'Summary',
    scope: 'everywhere',
    when: canChangeProject,
    run: makeSummaryFromClaims,
  },
  {
    id: 'summary.cite',
    name: 'Cite a claim…',
    group: 'Summary',
    shortcuts: ['mod+shift+c'],
    scope: 'everywhere',
    when: canEdit,
    run: pickCitation,
  },
  {
    id: 'summary.citeChosen',
    name: 'Cite the claim or mark of the inspector',
    group: 'Summary',
    scope: 'everywhere',
    when: () => canEdit() && chosenTarget() !== null,
    run: citeChosen,
  },
  format('bold', 'Bold', 'mod+b'),
  format('italic', 'Italic', 'mod+i'),
  format('paragraph', 'Paragraph', 'mod+alt+0'),
  format('heading1', 'Heading 1', 'mod+alt+1'),
  format('heading2', 'Heading 2', 'mod+alt+2'),
  format('heading3', 'Heading 3', 'mod+alt+3'),
  format('orderedList', 'Numbered list', 'mod+alt+7'),
  format('bulletList', 'Bullet list', 'mod+alt+8'),
  format('blockquote', 'Quotation', 'mod+alt+9'),
  {
    id: 'summary.save',
    name: 'Save the summary now',
    group: 'Summary',
    shortcuts: ['mod+s'],
    scope: 'everywhere',
    when: canEdit,
    run: async () => {
      await commitSummary();
    },
  },
  {
    id: 'summary.rename',
    name: 'Rename the summary',
    group: 'Summary',
    scope: 'everywhere',
    when: canEdit,
    run: renameSummary,
  },
  {
    id: 'summary.export',
    name: 'Export the summary…',
    group: 'Summary',
    scope: 'everywhere',
    when: isOpen,
    run: exportSummary,
  },
  {
    id: 'summary.remove',
    name: 'Remove the summary…',
    group: 'Summary',
    scope: 'everywhere',
    when: canEdit,
    run: askToRemove,
  },
];
