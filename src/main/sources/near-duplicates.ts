import type { NearDuplicate, SourceFindings } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { ReadDb } from '../database/types.ts';
import { allNearDuplicates, nearDuplicatesOf, suspiciousCounts } from './findings-store.ts';
import { replacedSources, versionIds } from './versions-store.ts';

/** The other articles that share much of a source's text, most first; its own older and newer versions are none. */
export function nearDuplicates(db: ReadDb, sourceId: string): NearDuplicate[] {
  const found = nearDuplicatesOf(db, sourceId);
  if (found.length === 0) return [];
  const versions = new Set(versionIds(db, sourceId));
  return found.filter((each) => !versions.has(each.sourceId)).map(rounded);
}

/** What is found in every source that something is found in: how often its text stands elsewhere, and how much is suspicious. */
export function allFindings(db: ReadDb): SourceFindings[] {
  const findings = new Map<SourceId, SourceFindings>();
  const of = (sourceId: SourceId): SourceFindings =>
    findings.get(sourceId) ?? { sourceId, suspicious: 0, nearDuplicates: [] };
  for (const { sourceId, suspicious } of suspiciousCounts(db)) {
    findings.set(sourceId, { ...of(sourceId), suspicious });
  }
  const article = articles(db);
  for (const { ofId, sourceId, share } of allNearDuplicates(db)) {
    if (article(ofId) === article(sourceId)) continue;
    const known = of(ofId);
    const nearDuplicates = [...known.nearDuplicates, rounded({ sourceId, share })];
    findings.set(ofId, { ...known, nearDuplicates });
  }
  return [...findings.values()];
}

/** For a source its oldest version, by which versions of one article are known. */
function articles(db: ReadDb): (id: string) => string {
  const replaced = new Map(replacedSources(db).map(({ id, replacesId }) => [id, replacesId]));
  return (id) => {
    let oldest = id;
    // A ring cannot be made; a damaged file must not hang.
    for (let steps = 0; steps <= replaced.size; steps += 1) {
      const older = replaced.get(oldest);
      if (older === undefined) break;
      oldest = older;
    }
    return oldest;
  };
}

function rounded({ sourceId, share }: NearDuplicate): NearDuplicate {
  return { sourceId, share: Math.round(share * 1_000) / 1_000 };
}
