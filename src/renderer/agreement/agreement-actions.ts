import type { AgreementApi } from '../../shared/contract/agreement.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import { agreementPage } from '../../shared/domain/agreement/agreement-page.ts';
import { api } from '../app/connect.ts';
import { notify } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { commitSummary } from '../summaries/open-summary.ts';
import { freeTitle } from '../summaries/summary-form.ts';

/** Who is compared on what, as the core is asked. */
export type ComparedInput = Omit<Parameters<AgreementApi['parts']>[0], 'by'>;

/** Asks for a file and writes all figures into it as a table. */
export async function exportAgreement(input: ComparedInput, gamma: boolean): Promise<void> {
  const path = await api.window.chooseSavePath({
    title: 'Export the agreement',
    defaultName: 'Agreement.csv',
    filters: [{ name: 'CSV table', extensions: ['csv'] }],
  });
  if (path === null) return;
  const { rows } = await api.agreement.exportCsv({ ...input, gamma, path });
  notify('info', `${rows.toLocaleString('en-GB')} figures written to ${path}`, {
    name: 'Show in folder',
    run: () => void api.window.showInFolder({ path }),
  });
}

/** Adds the figures at the end of the summary that was open last, or to a new one, and shows it. */
export async function addToSummary(input: ComparedInput, gamma: boolean): Promise<void> {
  await commitSummary();
  const report = await queryClient.fetchQuery(read('agreement', 'measure', { ...input, gamma }));
  const page = agreementPage(
    report.measures,
    report.analysts.map(({ name }) => name),
    report.sources.map(({ title, file }) => title ?? file),
  );
  const { summaryId: openId } = workspace.get();
  const rows = await queryClient.fetchQuery(read('summaries', 'list', {}));
  const known = rows.find(({ id }) => id === openId);
  const summaryId: SummaryId =
    known?.id ??
    (
      await api.summaries.create({
        title: freeTitle(
          'Agreement',
          rows.map(({ title }) => title),
        ),
      })
    ).id;
  const before = await api.summaries.get({ summaryId });
  const kept = (before.content.content ?? []).filter(
    ({ type, content = [] }) => type !== 'paragraph' || content.length > 0,
  );
  await api.summaries.save({
    summaryId,
    content: { ...before.content, content: [...kept, ...page] } as never,
  });
  await queryClient.fetchQuery({ ...read('summaries', 'list', {}), staleTime: 0 });
  workspace.set({ view: 'summary', summaryId });
}
