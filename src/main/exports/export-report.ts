import { claimReport, type ClaimGroup } from '../../shared/domain/exports/claim-report.ts';
import { handlingOf } from '../../shared/domain/exports/mention-cells.ts';
import type { MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import type { Report } from '../../shared/domain/exports/report-blocks.ts';
import { summaryReport } from '../../shared/domain/exports/summary-report.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { citationsIn } from '../../shared/domain/summaries/citations.ts';
import { recordStores } from '../database/record-stores.ts';
import { claimGroups } from './claim-groups.ts';
import type { ExportJob } from './exporter.ts';
import { markSnapshots } from './mark-snapshots.ts';
import { heldHandlings } from './report-store.ts';

/** What `md` and `html` write: the summary that is asked for, or else a report of all claims. */
export function reportOf(job: ExportJob): Report {
  const { summaryId } = job.options;
  return summaryId === undefined ? reportOfClaims(job) : reportOfSummary(job, summaryId);
}

function reportOfClaims(job: ExportJob): Report {
  const { db, registry, filter, options, tally } = job;
  for (const handling of heldHandlings(db, filter, options.allHighlights === true)) {
    tally.hold(handling);
  }
  return claimReport({
    header: job.header,
    groups: countedGroups(job),
    unclaimed:
      options.allHighlights === true
        ? counted(
            job,
            markSnapshots(db, registry, { filter, order: 'unclaimed', withContext: false }),
          )
        : [],
    handling: tally.handling(),
  });
}

function* counted(job: ExportJob, marks: Iterable<MarkSnapshot>): Iterable<MarkSnapshot> {
  for (const mark of marks) {
    job.tally.rows += 1;
    yield mark;
  }
}

function* countedGroups(job: ExportJob): Iterable<ClaimGroup> {
  for (const group of claimGroups(job.db, job.registry, job.filter)) {
    job.tally.rows += group.mentions.length;
    yield group;
  }
}

function reportOfSummary(job: ExportJob, summaryId: SummaryId): Report {
  const { db, registry, tally } = job;
  const summary = recordStores.summary.get(db, summaryId);
  if (summary === null) throw new Error(`Summary ${summaryId} is missing`);
  const marks = new Map<string, readonly MarkSnapshot[] | null>();

  function marksOf({ targetKind, targetId }: CitationTarget): readonly MarkSnapshot[] | null {
    const known = marks.get(targetId);
    if (known !== undefined) return known;
    const filter = targetKind === 'claim' ? { claimId: targetId } : { highlightId: targetId };
    const isThere = recordStores[targetKind].get(db, targetId) !== null;
    const found = isThere
      ? [...markSnapshots(db, registry, { filter, order: 'time', withContext: false })]
      : null;
    marks.set(targetId, found);
    return found;
  }

  tally.hold(summary.handling);
  for (const target of citationsIn(summary.content)) {
    tally.rows += 1;
    for (const mark of marksOf(target) ?? []) tally.hold(handlingOf(mark));
    if (target.targetKind === 'claim') {
      tally.hold(registry.claim(target.targetId)?.claim.handling ?? null);
    }
  }
  return summaryReport({ header: job.header, summary, marksOf, handling: tally.handling() });
}
