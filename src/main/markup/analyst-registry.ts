import { initialsOf, type Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { allAnalysts, analystsNamed } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { uuidFrom } from './derived-ids.ts';
import type { MarkItem } from './markup-item.ts';
import type { ReportBuilder } from './report-builder.ts';

/** Finds the analysts that a file names; one who is not known is made, and reported. */
export interface AnalystRegistry {
  /** The analyst of a line; the one at work where the line names none. */
  resolve(given: MarkItem['analyst']): Analyst;
  /** What that analyst is called; nobody is made. */
  nameOf(given: MarkItem['analyst']): string;
}

const paletteSize = 8;

/** Makes the registry for one import. */
export function analystRegistry(options: {
  readonly db: ReadDb;
  readonly draft: ChangeDraft;
  readonly report: ReportBuilder;
  readonly self: Analyst;
  readonly newId: () => string;
}): AnalystRegistry {
  const { db, draft, report, self } = options;
  const byName = new Map<string, Analyst>([[self.name, self]]);

  function made(id: string, name: string): Analyst {
    const analyst: Analyst = {
      id: id as AnalystId,
      name,
      initials: initialsOf(name),
      colour: allAnalysts(db).length % paletteSize,
    };
    draft.knowAnalyst(analyst);
    report.newAnalyst(name);
    return analyst;
  }

  return {
    nameOf: (given) => (typeof given === 'object' ? given.name : (given ?? self.name)),
    resolve(given) {
      if (given === undefined) return self;
      if (typeof given === 'object') {
        const id = uuidFrom(String(given.id));
        if (id !== null) {
          return id === self.id ? self : (recordStores.analyst.get(db, id) ?? made(id, given.name));
        }
      }
      const name = typeof given === 'object' ? given.name : given;
      const known = byName.get(name) ?? analystsNamed(db, name)[0] ?? made(options.newId(), name);
      byName.set(name, known);
      return known;
    },
  };
}
