import type { ClaimSnapshot, MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import { chainObjects } from '../../shared/domain/exports/jsonl-mark.ts';
import type { LineReferences } from '../../shared/domain/exports/jsonl-mark.ts';
import {
  claimKinds,
  claimStatuses,
  type Check,
  type ClaimLink,
} from '../../shared/domain/claims/claim.ts';
import { envelope } from '../../shared/domain/highlights/span.ts';
import { claimGroups } from '../exports/claim-groups.ts';
import { lineReferences } from '../exports/export-jsonl.ts';
import { allChecks, allLinks, ambiguousObjects } from '../exports/jsonl-store.ts';
import { snapshotRegistry, type SnapshotRegistry } from '../exports/snapshot-registry.ts';
import type { App } from '../app.ts';
import { UsageError, type Command, type Invocation } from './command.ts';
import { actorNamed, tagNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `claims`: each with its mentions, links, origins and checks. */
export const claimsCommand: Command = {
  name: 'claims',
  parameters: 'P',
  summary: 'lists claims with their mentions, links, origins and checks',
  arguments: [1, 1],
  options: {
    tag: { type: 'string', value: 'T', help: 'only those with this tag or one below it' },
    status: { type: 'string', value: 'S', help: claimStatuses.join(', ') },
    kind: { type: 'string', value: 'K', help: claimKinds.join(', ') },
    actor: { type: 'string', value: 'A', help: 'only those that this actor says or passes on' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const wanted = await wantedClaims(invocation, app);
      const objects = claimObjects(app, wanted);
      if (invocation.io.isJson) await invocation.io.jsonList(objects);
      else await invocation.io.lines(claimTexts(objects));
      return 0;
    }),
};

/** The ids of the claims that fit the options; null for all. */
async function wantedClaims(invocation: Invocation, app: App): Promise<ReadonlySet<string> | null> {
  const db = app.context.seen();
  const tag = invocation.text('tag');
  const actor = invocation.text('actor');
  const filter = {
    tagId: tag === undefined ? undefined : tagNamed(db, tag).id,
    actorId: actor === undefined ? undefined : actorNamed(db, actor).id,
    status: oneOf(claimStatuses, invocation.text('status'), 'status'),
    kind: oneOf(claimKinds, invocation.text('kind'), 'kind'),
  };
  if (Object.values(filter).every((value) => value === undefined)) return null;
  const rows = await app.api.claims.list(filter);
  return new Set(rows.map((row) => row.id));
}

function oneOf<T extends string>(
  values: readonly T[],
  typed: string | undefined,
  name: string,
): T | undefined {
  const found = values.find((value) => value === typed);
  if (typed !== undefined && found === undefined) {
    throw new UsageError(`“${typed}” is no ${name} of a claim; there are ${values.join(', ')}.`);
  }
  return found;
}

interface ClaimObject {
  readonly id: string;
  readonly statement: string;
  readonly kind: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly stated: string | null;
  readonly credibility: number | null;
  readonly handling: string | null;
  readonly analyst: string;
  readonly createdAt: string;
  readonly mentions: readonly object[];
  readonly event: object | null;
  readonly links: readonly object[];
  readonly origins: readonly object[];
  readonly checks: readonly object[];
}

function* claimObjects(app: App, wanted: ReadonlySet<string> | null): Iterable<ClaimObject> {
  const db = app.context.seen();
  const registry = snapshotRegistry(db);
  const references = lineReferences(registry, ambiguousObjects(db));
  const links = byClaim(allLinks(db), (link) => [link.fromClaimId, link.toClaimId]);
  const checks = byClaim(allChecks(db), (check) => [check.claimId]);
  for (const group of claimGroups(db, registry, {})) {
    const { claim } = group;
    const { id } = claim.claim;
    if (wanted !== null && !wanted.has(id)) continue;
    const { mentions } = group;
    yield {
      ...claimFields(claim, mentions),
      mentions: mentions.map((mark) => mentionObject(mark, references)),
      event: eventObject(claim),
      links: (links.get(id) ?? []).map((link) => linkObject(link, id, registry)),
      origins: originObjects(mentions),
      checks: (checks.get(id) ?? []).map((check) => checkObject(check, registry)),
    };
  }
}

function claimFields(
  snapshot: ClaimSnapshot,
  mentions: readonly MarkSnapshot[],
): Omit<ClaimObject, 'mentions' | 'event' | 'links' | 'origins' | 'checks'> {
  const { claim, tags, credibility } = snapshot;
  return {
    id: claim.id,
    statement: claim.statement,
    kind: claim.kind,
    status: claim.status,
    tags: [...new Set([...tags, ...mentions.flatMap((mark) => mark.tags)])],
    note: claim.note,
    stated: claim.stated,
    credibility: credibility?.value ?? null,
    handling: claim.handling,
    analyst: snapshot.analyst,
    createdAt: claim.createdAt,
  };
}

function mentionObject(mark: MarkSnapshot, references: LineReferences): object {
  const { highlight, attribution, credibility, source } = mark;
  const [start, end] = envelope(highlight.spans);
  return {
    highlightId: highlight.id,
    sourceId: highlight.sourceId,
    start,
    end,
    quote: highlight.quote,
    stance: highlight.stance,
    attribution:
      attribution === null ? null : chainObjects(attribution.links, highlight.id, references),
    credibility: credibility?.value ?? null,
    reliability: source.reliability?.value ?? null,
  };
}

function eventObject({ event }: ClaimSnapshot): object | null {
  return event === null
    ? null
    : { id: event.id, name: event.name, date: event.date, place: event.place };
}

function originObjects(mentions: readonly MarkSnapshot[]): object[] {
  const origins = mentions.flatMap((mark) =>
    (mark.attribution?.links ?? []).flatMap((link) => link.origin ?? []),
  );
  return [...new Map(origins.map((origin) => [origin.id, origin])).values()].map((origin) => ({
    id: origin.id,
    kind: origin.kind,
    title: origin.title,
    issuer: origin.issuer,
    date: origin.date,
    source: origin.sourceLabel,
  }));
}

function linkObject(link: ClaimLink, claimId: string, registry: SnapshotRegistry): object {
  const otherId = link.fromClaimId === claimId ? link.toClaimId : link.fromClaimId;
  return {
    id: link.id,
    from: link.fromClaimId,
    kind: link.kind,
    to: link.toClaimId,
    statement: registry.claim(otherId)?.claim.statement ?? null,
    reason: link.reason,
    analyst: registry.analyst(link.analystId),
    createdAt: link.createdAt,
  };
}

function checkObject(check: Check, registry: SnapshotRegistry): object {
  return {
    id: check.id,
    how: check.how,
    against: check.against,
    checkedAt: check.checkedAt,
    result: check.result,
    analyst: registry.analyst(check.analystId),
    createdAt: check.createdAt,
  };
}

function byClaim<T>(list: readonly T[], idsOf: (item: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of list) {
    for (const id of idsOf(item)) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [item]);
      else known.push(item);
    }
  }
  return found;
}

function* claimTexts(claims: Iterable<ClaimObject>): Iterable<string> {
  for (const claim of claims) {
    const mentions =
      claim.mentions.length === 1 ? '1 mention' : `${claim.mentions.length} mentions`;
    yield `${claim.id}\t${claim.kind}\t${claim.status}\t${mentions}\t${claim.statement.replace(/\s+/g, ' ')}`;
  }
}
