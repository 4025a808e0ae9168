import type { App } from '../../src/main/app.ts';
import type { MarkRow } from '../../src/shared/contract/highlights.ts';
import type { SaidItem } from '../../src/shared/contract/reviews.ts';
import type { Random } from '../../src/shared/domain/agreement/seeded-random.ts';
import type { Actor } from '../../src/shared/domain/actors/actor.ts';
import type { Analyst } from '../../src/shared/domain/analyst.ts';
import type { Claim } from '../../src/shared/domain/claims/claim.ts';
import type { CommentId, EventId, SourceId, VerdictId } from '../../src/shared/domain/ids.ts';
import type { Tag } from '../../src/shared/domain/tags/tag.ts';

/** What a random edit can be made of: one thing of each kind that is there, if any is, and random values. */
export interface EditMaterial {
  readonly api: Api;
  readonly sourceId: SourceId;
  /** Another version of that source, or it itself. */
  readonly otherSourceId: SourceId;
  readonly team: readonly Analyst[];
  readonly random: Random;
  readonly any: <T>(list: readonly T[]) => T | undefined;
  /** Marks of the source, with what is in its neighbours. */
  readonly marks: readonly MarkRow[];
  readonly tags: readonly Tag[];
  readonly claims: readonly Claim[];
  readonly actors: readonly Actor[];
  readonly said: readonly SaidItem[];
  /** One of four words, so that copies make things of the same name. */
  readonly word: string;
  readonly span: readonly [number, number];
}

type Api = App['api'];
type Edit = () => unknown;

/** Edits by what they are of; a history is made of some of these groups, so that the edits of a group meet each other. */
export const editGroups = {
  marks: markEdits,
  tags: tagEdits,
  claims: claimEdits,
  'links and checks': linkEdits,
  attributions: attributionEdits,
  actors: actorEdits,
  grades: gradeEdits,
  verdicts: verdictEdits,
  comments: commentEdits,
  'blind marking': blindEdits,
  adjudication: adjudicationEdits,
  versions: versionEdits,
  history: historyEdits,
} as const satisfies Record<string, (material: EditMaterial) => readonly Edit[]>;

export type EditGroup = keyof typeof editGroups;

function markEdits({ api, sourceId, any, marks, tags, claims, word, span }: EditMaterial): Edit[] {
  const highlightId = any(marks)?.id;
  const [tag, claim] = [any(tags), any(claims)];
  const edit = (patch: Parameters<Api['highlights']['edit']>[0]['patch']) =>
    highlightId && api.highlights.edit({ highlightId, patch });
  return [
    () => api.highlights.create({ sourceId, spans: [span], ...(tag ? { tagIds: [tag.id] } : {}) }),
    () => api.highlights.create({ sourceId, spans: [span], claim: { statement: word } }),
    () => edit({ note: word }),
    () => edit({ spans: [span] }),
    () => edit({ stance: any(['asserts', 'denies', 'hedges', null] as const) ?? null }),
    () => tag && edit({ tagIds: [tag.id] }),
    () => edit({ tagIds: tags.slice(0, 2).map(({ id }) => id) }),
    () => claim && edit({ claimId: claim.id }),
    () => edit({ claimId: null }),
    () => highlightId && api.highlights.makeClaim({ highlightId, claim: { statement: word } }),
    () => highlightId && api.highlights.remove({ highlightIds: [highlightId] }),
  ];
}

function tagEdits({ api, random, any, tags, word }: EditMaterial): Edit[] {
  const [tag, other] = [any(tags), any(tags)];
  return [
    () => api.tags.create({ path: random() < 0.5 ? word : `${word}/${word}x` }),
    () => api.tags.create({ path: `${word}/w1/w2` }),
    () => tag && api.tags.remove({ tagId: tag.id }),
    () => tag && api.tags.edit({ tagId: tag.id, patch: { name: `${word}y` } }),
    () => tag && api.tags.edit({ tagId: tag.id, patch: { name: word, description: word } }),
    () => tag && api.tags.edit({ tagId: tag.id, patch: { key: 1 } }),
    () => tag && api.tags.move({ tagId: tag.id, parentId: other?.id ?? null }),
    () => tag && api.tags.move({ tagId: tag.id, parentId: null }),
    () => tag && other && api.tags.merge({ fromTagId: tag.id, intoTagId: other.id }),
  ];
}

function claimEdits({ api, any, tags, claims, word }: EditMaterial): Edit[] {
  const claimId = any(claims)?.id;
  const other = any(claims)?.id;
  const tagIds = tags.slice(0, 1).map(({ id }) => id);
  const withEvent = async (work: (eventId: EventId) => unknown) => {
    const event = any(await api.events.list({}));
    return event === undefined ? undefined : work(event.id);
  };
  const event = { name: word, date: null, place: null, note: null };
  return [
    () => api.claims.create({ statement: word, tagIds }),
    () => claimId && api.claims.edit({ claimId, patch: { statement: word } }),
    () => claimId && api.claims.edit({ claimId, patch: { status: 'disputed', note: word } }),
    () => claimId && api.claims.edit({ claimId, patch: { tagIds } }),
    () => claimId && api.claims.remove({ claimIds: [claimId] }),
    () => claimId && other && api.claims.join({ fromClaimId: claimId, intoClaimId: other }),
    () => api.events.create(event),
    () => withEvent((eventId) => claimId && api.claims.edit({ claimId, patch: { eventId } })),
    () => withEvent((eventId) => api.events.edit({ eventId, patch: { name: word } })),
    () => withEvent((eventId) => api.events.remove({ eventId })),
  ];
}

function linkEdits({ api, any, claims, word }: EditMaterial): Edit[] {
  const [from, to] = [any(claims), any(claims)];
  const check = { how: word, against: null, checkedAt: null, result: null };
  const detail = async () => (from ? api.claims.get({ claimId: from.id }) : null);
  return [
    () => api.claims.create({ statement: word }),
    () =>
      from &&
      to &&
      api.claims.addLink({
        fromClaimId: from.id,
        kind: any(['supports', 'contradicts'] as const) ?? 'repeats',
        toClaimId: to.id,
        reason: word,
      }),
    async () => {
      const link = any((await detail())?.links ?? []);
      return link === undefined ? undefined : api.claims.removeLink({ linkId: link.id });
    },
    () => from && api.claims.addCheck({ claimId: from.id, check }),
    async () => {
      const found = any((await detail())?.checks ?? []);
      return found === undefined
        ? undefined
        : api.claims.editCheck({ checkId: found.id, patch: { result: word } });
    },
    async () => {
      const found = any((await detail())?.checks ?? []);
      return found === undefined ? undefined : api.claims.removeCheck({ checkId: found.id });
    },
    () => from && api.claims.remove({ claimIds: [from.id] }),
  ];
}

function attributionEdits({ api, random, any, marks, word, span, sourceId }: EditMaterial): Edit[] {
  const highlightId = any(marks)?.id;
  const other = any(marks)?.id;
  const link = (name: string, hasOrigin: boolean) => ({
    actors: random() < 0.3 ? [{ unnamed: name }] : [{ name }, { name: `${name}z` }],
    role: random() < 0.3 ? name : null,
    forms: ['quoted' as const],
    cue: name,
    span,
    cueSpan: null,
    origin: hasOrigin ? { kind: 'readout', title: name, issuer: null, date: null, sourceId } : null,
    inferred: random() < 0.5,
  });
  const set = (links: ReturnType<typeof link>[] | null) =>
    highlightId && api.attributions.set({ highlightId, links });
  return [
    () => set([link(word, false)]),
    () => set([link(word, true), link('w9', false)]),
    () => set([]),
    () => set(null),
    () =>
      highlightId &&
      other &&
      api.attributions.copy({ fromHighlightId: highlightId, toHighlightId: other }),
    async () => {
      const origin = any(await api.attributions.origins({}));
      return origin === undefined
        ? undefined
        : api.attributions.editOrigin({
            originId: origin.id,
            patch: { title: word, issuer: word },
          });
    },
    () => highlightId && api.highlights.remove({ highlightIds: [highlightId] }),
  ];
}

function actorEdits({ api, any, actors, word }: EditMaterial): Edit[] {
  const actorId = any(actors)?.id;
  const other = any(actors)?.id;
  return [
    () => api.actors.create({ name: word, kind: 'person', role: null, aliases: [], note: null }),
    () => actorId && api.actors.edit({ actorId, patch: { name: word } }),
    () => actorId && api.actors.edit({ actorId, patch: { aliases: [word], note: word } }),
    () => actorId && other && api.actors.join({ fromActorId: actorId, intoActorId: other }),
    () => actorId && api.actors.remove({ actorId }),
    () =>
      actorId &&
      api.grades.add({
        targetKind: 'actor',
        targetId: actorId,
        reliability: any(['A', 'B', 'F'] as const) ?? 'C',
        credibility: null,
        reason: word,
      }),
  ];
}

function gradeEdits({ api, any, marks, claims, sourceId, word }: EditMaterial): Edit[] {
  const [mark, claim] = [any(marks), any(claims)];
  const credibility = any([1, 2, 6] as const) ?? (3 as const);
  const judged = { reliability: null, credibility, reason: word };
  return [
    () => mark && api.grades.add({ targetKind: 'highlight', targetId: mark.id, ...judged }),
    () => claim && api.grades.add({ targetKind: 'claim', targetId: claim.id, ...judged }),
    () =>
      api.grades.add({
        targetKind: 'source',
        targetId: sourceId,
        reliability: 'B',
        credibility: null,
        reason: word,
      }),
  ];
}

function verdictEdits(material: EditMaterial): Edit[] {
  const { api, random, any, marks, claims, said, sourceId, word, span } = material;
  const verdict = any(said.filter(({ kind }) => kind === 'verdict'));
  const [mark, claim] = [any(marks), any(claims)];
  const target =
    claim !== undefined && random() < 0.3
      ? ({ targetKind: 'claim', targetId: claim.id } as const)
      : ({ targetKind: 'highlight', targetId: mark?.id ?? sourceId } as const);
  const propose = (
    {
      targetKind,
      targetId,
    }: Pick<Parameters<Api['reviews']['give']>[0], 'targetKind' | 'targetId'>,
    proposal: Record<string, unknown>,
  ) => api.reviews.give({ targetKind, targetId, verdict: 'change-proposed', proposal });
  const takeOver = () => verdict && api.reviews.takeOver({ verdictId: verdict.id as VerdictId });
  return [
    () => api.reviews.give({ ...target, verdict: 'accepted' }),
    () => api.reviews.give({ ...target, verdict: 'rejected', reason: word }),
    () =>
      propose(
        target,
        target.targetKind === 'claim' ? { statement: word } : { tags: [word], spans: [span] },
      ),
    async () => {
      const attribution = mark && (await api.attributions.of({ highlightId: mark.id }));
      if (!attribution) return undefined;
      return propose(
        { targetKind: 'attribution', targetId: attribution.attribution.id },
        { links: [{ actors: [{ name: word }], cue: word }] },
      );
    },
    async () => {
      const grade =
        mark && any(await api.grades.history({ targetKind: 'highlight', targetId: mark.id }));
      return grade && propose({ targetKind: 'grade', targetId: grade.id }, { credibility: 4 });
    },
    () =>
      api.reviews.give({ targetKind: 'source', targetId: sourceId, verdict: 'nothing-to-mark' }),
    takeOver,
    takeOver,
    () => verdict && api.reviews.keep({ verdictId: verdict.id as VerdictId, text: word }),
  ];
}

function commentEdits({ api, any, marks, said, sourceId, word, span }: EditMaterial): Edit[] {
  const comment = any(said.filter(({ kind }) => kind === 'comment'));
  const commentId = comment?.id as CommentId;
  const mark = any(marks);
  return [
    () => mark && api.reviews.comment({ targetKind: 'highlight', targetId: mark.id, text: word }),
    () => api.reviews.comment({ targetKind: 'source', targetId: sourceId, text: word }),
    () =>
      comment &&
      api.reviews.comment({
        targetKind: comment.targetKind,
        targetId: comment.targetId,
        text: word,
        parentId: commentId,
        place: { sourceId, spans: [span] },
      }),
    () => comment && api.reviews.editComment({ commentId, text: word }),
    () => comment && api.reviews.removeComment({ commentId }),
  ];
}

function blindEdits({ api, any, random, team, sourceId }: EditMaterial): Edit[] {
  const analystIds = (random() < 0.5 ? team : team.slice(1)).map(({ id }) => id);
  return [
    () => api.reviews.assign({ sourceIds: [sourceId], analystIds }),
    () => api.reviews.handIn({ sourceId }),
    () => api.reviews.handIn({ sourceId }),
    async () => {
      const assignment = any(await api.reviews.assignments({}));
      return assignment === undefined
        ? undefined
        : api.reviews.unassign({ assignmentId: assignment.id });
    },
  ];
}

function adjudicationEdits({ api, any, team, marks, word }: EditMaterial): Edit[] {
  const [a, b] = [any(team), any(team)];
  const pair = [a?.id, b?.id] as never;
  const settle = async (settlement: 'a' | 'b' | 'both' | 'neither') => {
    const { sources } = await api.adjudications.walk({ analystIds: pair });
    const step = any(sources.flatMap(({ steps }) => steps));
    if (step === undefined) return undefined;
    const ids = { a: step.a?.id ?? null, b: step.b?.id ?? null };
    return api.adjudications.settle({ ...ids, settlement, reason: word });
  };
  const settleGrade = async (settlement: 'a' | 'neither') => {
    const step = any(await api.adjudications.grades({ analystIds: pair }));
    if (step === undefined) return undefined;
    const ids = { a: step.a.id, b: step.b.id };
    return api.adjudications.settleGrade({ ...ids, settlement, reason: word });
  };
  const highlightId = any(marks)?.id;
  return [
    () => settleGrade('a'),
    () => settleGrade('neither'),
    () => api.adjudications.takeOver({ analystIds: pair }),
    () => settle('a'),
    () => settle('b'),
    () => settle('both'),
    () => settle('neither'),
    () => highlightId && api.highlights.edit({ highlightId, patch: { note: word } }),
  ];
}

function versionEdits({ api, any, sourceId, otherSourceId, word }: EditMaterial): Edit[] {
  return [
    () => api.versions.carry({ oldSourceId: sourceId, newSourceId: otherSourceId }),
    () =>
      api.versions.setReplaced({
        sourceId: otherSourceId,
        replacesId: any([sourceId, null]) ?? null,
      }),
    () => api.sources.edit({ sourceId, patch: { title: word } }),
  ];
}

function historyEdits({ api }: EditMaterial): Edit[] {
  return [() => api.history.undo({}), () => api.history.undo({}), () => api.history.redo({})];
}
