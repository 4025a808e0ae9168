import type { Api } from '../../../src/shared/contract/api.ts';
import type { ClaimId, SourceId } from '../../../src/shared/domain/ids.ts';
import type { RichTextNode } from '../../../src/shared/domain/summaries/summary.ts';
import type { LaunchedAttest } from '../launch.ts';
import { markWords, startProject } from './inspector-page.ts';

/** A source for a test. */
export const harbour = {
  title: 'Harbour talks resume',
  outlet: 'The Evening Post',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.',
};
/** Another, of which one sentence is in both. */
export const radio = {
  title: 'Radio bulletin',
  outlet: 'Coast Radio',
  text: 'The pier will reopen in May, it was announced.\nOthers doubt the date.',
};

/** What `startMarked` made. */
export interface Marked {
  readonly harbourId: SourceId;
  readonly radioId: SourceId;
  readonly talks: ClaimId;
  readonly pier: ClaimId;
  readonly doubt: ClaimId;
}

/** A project of two sources: a claim in each, and one that both make. */
export async function startMarked(attest: LaunchedAttest, folder: string): Promise<Marked> {
  const { api } = attest;
  const [harbourId, radioId] = await startProject(attest, folder, [harbour, radio]);
  if (harbourId === undefined || radioId === undefined) throw new Error('Two sources are needed');
  const claim = async (sourceId: SourceId, words: string, statement: string): Promise<ClaimId> => {
    const { claimId } = await markWords(api, sourceId, words, { claim: { statement } });
    if (claimId === null) throw new Error('The mark has no claim');
    return claimId;
  };
  const doubt = await claim(radioId, 'Others doubt the date', 'Some doubt the date');
  const talks = await claim(harbourId, 'Talks on the harbour resumed', 'The talks resumed');
  const pier = await claim(harbourId, 'The pier will reopen in May', 'The pier reopens in May');
  await markWords(api, radioId, 'The pier will reopen in May', { claimId: pier });
  return { harbourId, radioId, talks, pier, doubt };
}

/** The text on disk of the only summary. */
export async function storedText(api: Api): Promise<RichTextNode> {
  const [row] = await api.summaries.list({});
  if (row === undefined) throw new Error('There is no summary');
  return (await api.summaries.get({ summaryId: row.id })).content;
}

/** The words on disk, a line a block, with `*` for a citation. */
export async function storedWords(api: Api): Promise<string> {
  const words = (node: RichTextNode): string =>
    node.type === 'citation' ? '*' : (node.text ?? (node.content ?? []).map(words).join(''));
  return ((await storedText(api)).content ?? []).map(words).join('\n');
}
