import { z } from 'zod';
import type { LinkDraft } from '../../shared/contract/attributions.ts';
import { linkSchema } from '../markup/jsonl-schema.ts';
import type { LinkItem } from '../markup/markup-item.ts';
import type { ReadDb } from '../database/types.ts';
import { analystOption, UsageError, type Command } from './command.ts';
import { actorNamed, highlightNamed, sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

const chainSchema = z.array(linkSchema).max(20).nullable();

/** `attribute`: the chain behind one mark. */
export const attributeCommand: Command = {
  name: 'attribute',
  parameters: 'P HIGHLIGHT',
  summary: 'sets the chain behind a highlight',
  details:
    'The chain is a JSON list as in the “attribution” of a line of markup, nearest the words first. [] is the outlet’s own voice; null takes the attribution away.',
  arguments: [2, 2],
  options: {
    chain: { type: 'string', value: 'JSON', help: 'the chain' },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, 'write', async (app) => {
      const db = app.context.seen();
      const highlightId = highlightNamed(db, invocation.positionals[1] ?? '');
      const chain = readChain(invocation.text('chain'));
      const links = chain === null ? null : chain.map((link) => draftOf(db, link));
      const detail = await app.api.attributions.set({ highlightId, links });
      const text = detail?.text ?? '';
      if (invocation.io.isJson) await invocation.io.json({ highlightId, attribution: chain, text });
      else await invocation.io.lines([text === '' ? 'Not yet attributed' : text]);
      return 0;
    }),
};

function readChain(typed: string | undefined): readonly LinkItem[] | null {
  if (typed === undefined) throw new UsageError('--chain is missing: a JSON list of links.');
  let value: unknown;
  try {
    value = JSON.parse(typed);
  } catch {
    throw new UsageError('--chain is no JSON.');
  }
  const parsed = chainSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new UsageError(
    `--chain is no list of links: ${where === '' ? '' : `“${where}”: `}${issue?.message ?? ''}`,
  );
}

function draftOf(db: ReadDb, link: LinkItem): LinkDraft {
  return {
    actors: link.actors.map((actor) => {
      if (typeof actor === 'string') return { name: actor };
      if ('unnamed' in actor) return { unnamed: actor.unnamed };
      if (actor.id === undefined) return { name: actor.name };
      return { actorId: actorNamed(db, String(actor.id)).id };
    }),
    role: link.role ?? null,
    forms: link.form ?? [],
    cue: link.cue ?? null,
    span: link.span ?? null,
    cueSpan: link.cueSpan ?? null,
    origin:
      link.origin == null
        ? null
        : {
            kind: link.origin.kind,
            title: link.origin.title,
            issuer: link.origin.issuer ?? null,
            date: link.origin.date ?? null,
            sourceId: link.origin.source == null ? null : sourceNamed(db, link.origin.source).id,
          },
    inferred: link.inferred ?? false,
  };
}
