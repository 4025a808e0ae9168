import type { Api } from '../../../src/shared/contract/api.ts';

/** Everything that a parcel carries, as a project has it: the same for two projects that hold the same, whoever looks. */
export async function projectState(api: Api): Promise<unknown> {
  const sources = await api.sources.list({});
  const marks = (
    await Promise.all(sources.map(({ id }) => api.highlights.ofSource({ sourceId: id })))
  ).flat();
  const tags = await api.tags.tree({});
  const [actors, claims, said, assignments] = await Promise.all([
    api.actors.list({}),
    api.claims.list({}),
    api.reviews.list({}),
    api.reviews.assignments({}),
  ]);
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    sources: byId(sources).map(({ id, title, file, characters }) => ({
      id,
      title,
      file,
      characters,
    })),
    marks: await Promise.all(
      byId(marks).map(async (mark) => ({
        id: mark.id,
        sourceId: mark.sourceId,
        spans: mark.spans,
        quote: mark.quote,
        tagIds: mark.tagIds.toSorted(),
        note: mark.note,
        claimId: mark.claimId,
        stance: mark.stance,
        analystId: mark.analystId,
        createdAt: mark.createdAt,
        attribution: (await api.attributions.of({ highlightId: mark.id }))?.attribution ?? null,
        grades: await api.grades.history({ targetKind: 'highlight', targetId: mark.id }),
      })),
    ),
    claims: byId(claims).map(({ id, statement, kind, status, analystId }) => ({
      id,
      statement,
      kind,
      status,
      analystId,
    })),
    tags: byId(tags).map(({ id, path }) => ({ id, path })),
    actors: byId(actors).map(({ id, name, aliases }) => ({ id, name, aliases })),
    said: byId(said),
    assignments: byId(assignments).map(({ id, sourceId, analysts }) => ({
      id,
      sourceId,
      analysts: analysts.map((analyst) => ({ id: analyst.id, handedIn: analyst.handedIn })),
    })),
  };
}
