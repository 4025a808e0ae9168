import type { ImportReport } from '../../shared/contract/sources.ts';
import { canChangeProject, hasProject, openProjectNow } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { endJob, startJob } from '../app/jobs.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { createStore } from '../app/store.ts';
import { openSource, workspace } from '../app/workspace.ts';
import {
  createProject,
  isParcel,
  openProjectAt,
  projectEnding,
  rehearseMerge,
} from '../projects/open-project.ts';
import { showOtherProject } from '../projects/OtherProjectDialog.tsx';
import { showColumnsDialog, type TableReading } from './ColumnsDialog.tsx';
import { summaryOf } from './import-report.ts';
import { isMarkup } from './import-markup.ts';
import { showImportReport } from './ImportReportDialog.tsx';
import { offerMarks } from '../versions/offer-marks.ts';
import { showMarkupDialog } from './MarkupDialog.tsx';

/** The imports that are under way, by the name of their job. */
export const imports = createStore<{ readonly jobIds: readonly string[] }>({ jobIds: [] });

/** Brings files and folders in, with progress that can be cancelled, and says what became of them. */
export async function importPaths(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await followImport((jobId) => api.sources.importPaths({ paths: [...paths], jobId }));
}

/** Asks what the columns of a file of articles hold, and brings it in. */
function mapColumns(path: string): void {
  const bringIn = (reading: TableReading): Promise<void> =>
    followImport((jobId) => api.sources.importPaths({ paths: [path], ...reading, jobId }));
  showColumnsDialog(path, (reading) => void bringIn(reading).catch(notifyError));
}

/** Asks for a file of articles and for what its columns hold, and brings it in. */
export async function importChosenTable(): Promise<void> {
  const extensions = ['csv', 'tsv', 'tab', 'json', 'jsonl', 'ndjson'];
  const [path] = await api.window.choosePaths({
    title: 'Bring in a table of articles',
    what: 'file',
    filters: [{ name: 'Tables and JSON of articles', extensions }],
  });
  if (path !== undefined) mapColumns(path);
}

/** Takes an unfinished import up again. */
export async function resumeImport(importId: string): Promise<void> {
  await followImport((jobId) => api.sources.resumeImport({ importId, jobId }));
}

async function followImport(begin: (jobId: string) => Promise<ImportReport>): Promise<void> {
  const before = workspace.get().sourceId;
  const jobId = startJob('Bringing in sources');
  imports.set({ jobIds: [...imports.get().jobIds, jobId] });
  const unfinished = read('sources', 'unfinishedImports', {});
  try {
    const running = begin(jobId);
    // What runs is not offered to be taken up again.
    queryClient.setQueryData(unfinished.queryKey, []);
    const report = await running;
    // Whoever went on reading meanwhile is left where they are.
    const first = report.outcomes.find(({ status }) => status === 'imported');
    if (first?.sourceId && workspace.get().sourceId === before) openSource(first.sourceId);
    if (!(await offerMarks(report))) showOutcome(report, jobId);
  } finally {
    void queryClient.invalidateQueries(unfinished);
    imports.set({ jobIds: imports.get().jobIds.filter((id) => id !== jobId) });
    endJob(jobId);
  }
}

/** Asks the core to stop after the file that is being read. */
export function cancelImport(jobId: string): void {
  api.sources.cancelImport({ jobId }).catch(notifyError);
}

function showOutcome(report: ImportReport, jobId: string): void {
  const [only, second] = report.outcomes;
  if (only?.askColumns === true && second === undefined) {
    mapColumns(only.file);
    return;
  }
  const resume = (id: string): void => void resumeImport(id).catch(notifyError);
  const show = (): void => showImportReport(report, jobId, { resume, mapColumns });
  const smooth = report.problems === 0 && report.duplicates === 0 && !report.cancelled;
  const noteworthy = report.outcomes.some(
    ({ problem, replaces, nearDuplicates }) =>
      problem !== null || replaces !== null || nearDuplicates.length > 0,
  );
  if (!smooth || noteworthy) {
    show();
    return;
  }
  notify('info', summaryOf(report), {
    name: 'Details',
    run: show,
  });
}

// What a file is, is told by its content: under "All files" any name will do.
const filters = [
  {
    name: 'Articles and documents',
    extensions:
      'txt text md markdown html htm xhtml mhtml mht pdf docx docm dotx odt fodt rtf epub eml mbox json jsonl csv tsv zip url webloc'.split(
        ' ',
      ),
  },
  { name: 'All files', extensions: ['*'] },
];

/** Asks for files and brings them in. */
export async function importChosenFiles(): Promise<void> {
  const title = 'Bring in files';
  await importPaths(await api.window.choosePaths({ title, what: 'files', filters }));
}

/** Asks for a folder and brings in every file below it. */
export async function importChosenFolder(): Promise<void> {
  await importPaths(await api.window.choosePaths({ title: 'Bring in a folder', what: 'folder' }));
}

/** Takes in what was dropped or pasted as files: a project is opened, everything else becomes sources. */
export async function takeInFiles(files: readonly File[]): Promise<void> {
  const paths = await window.attest.grantFiles(files);
  if (paths.length === 0) {
    notify('error', 'These files cannot be read from where they are. Save them to a folder first.');
    return;
  }
  const [first] = paths;
  if (first !== undefined && paths.length === 1) {
    if (first.toLowerCase().endsWith(projectEnding)) {
      await openDroppedProject(first);
      return;
    }
    if (isParcel(first)) {
      await rehearseMerge(first);
      return;
    }
  }
  const articles = paths.filter(
    (path) => !path.toLowerCase().endsWith(projectEnding) && !isParcel(path),
  );
  if (articles.length < paths.length) {
    notify('error', 'Projects and parcels come one at a time: drop each by itself.');
    if (articles.length === 0) return;
  }
  if (!hasProject() && !(await createProject())) return;
  if (!canChangeProject() && openProjectNow()?.readOnly) {
    notify('error', 'Nothing was brought in: this project is open for reading only.');
    return;
  }
  const [markup] = articles;
  if (articles.length === 1 && markup !== undefined && isMarkup(markup)) showMarkupDialog(markup);
  else await importPaths(articles);
}

async function openDroppedProject(path: string): Promise<void> {
  const open = openProjectNow();
  if (open === null) {
    await openProjectAt(path);
    return;
  }
  showOtherProject(path, open.name);
}
