import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

/** `sources`: what was brought in. */
export const sourcesCommand: Command = {
  name: 'sources',
  parameters: 'P',
  summary: 'lists sources',
  arguments: [1, 1],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const counts = new Map(
        (await app.api.sources.counts({})).map((count) => [count.sourceId, count]),
      );
      const findings = new Map(
        (await app.api.sources.findings({})).map((found) => [found.sourceId, found]),
      );
      const rows = (await app.api.sources.list({})).map((source) => ({
        id: source.id,
        title: source.title,
        outlet: source.outlet,
        byline: source.byline,
        published: source.published,
        updated: source.updated,
        accessed: source.accessed,
        url: source.url,
        language: source.language,
        file: source.file,
        mediaType: source.mediaType,
        encoding: source.encoding,
        characters: source.characters,
        textSha256: source.textSha256,
        originalSha256: source.originalSha256,
        reliability: source.reliability,
        handling: source.handling,
        replaces: source.replacesId,
        nearDuplicates: findings.get(source.id)?.nearDuplicates ?? [],
        suspicious: findings.get(source.id)?.suspicious ?? 0,
        highlights: counts.get(source.id)?.highlights ?? 0,
        claims: counts.get(source.id)?.claims ?? 0,
      }));
      if (invocation.io.isJson) await invocation.io.jsonList(rows);
      else {
        await invocation.io.lines(
          rows.map(
            (row) =>
              `${row.id}\t${row.file}\t${row.title ?? ''}\t${row.characters} characters\t${row.highlights} highlights\t${row.claims} claims`,
          ),
        );
      }
      return 0;
    }),
};
