import type { MergeChoice, MergeItem } from '../../shared/contract/merges.ts';
import { compareObject, type Comparison } from '../../shared/domain/merge/compare-object.ts';
import {
  presence,
  type Fields,
  type ObjectWrite,
} from '../../shared/domain/merge/object-writes.ts';
import { createMergeWork, type MergerOptions } from './merge-work.ts';
import { allMerges } from './merges-store.ts';
import type { ParcelObject } from './parcel-lines.ts';
import { createObjectPreparer } from './prepare-object.ts';
import { takeOut, type Removal } from './take-out.ts';

/** Merges objects one after the other, each kind after those that it refers to. */
export interface ObjectMerger {
  merge(object: ParcelObject, ours: readonly ObjectWrite[]): void;
  /** Takes out what is to go, when all that could still need it is in place. */
  finish(): void;
}

/** Makes the merger of one parcel. */
export function createObjectMerger(options: MergerOptions): ObjectMerger {
  const { db, draft, tags, report, choose } = options;
  const work = createMergeWork(options);
  const { canonical, believed, itemFor, keep, put, add, isNeeded } = work;
  const preparer = createObjectPreparer(work);
  const { prepared, isHeld, bring } = preparer;
  const removals: Removal[] = [];
  const hadUndo = allMerges(db).some(({ turns }) => turns.length > 0);

  function merge(object: ParcelObject, ours: readonly ObjectWrite[]): void {
    const { kind, id } = object;
    // A tag that another stands for lives on in it.
    if (kind === 'tag' && tags.resolve(id) !== id) return;
    const comparison = asItIs(object, compareObject(ours, believed(object), canonical(kind)));
    switch (comparison.outcome) {
      case 'same':
        if (comparison.news.length > 0) keep(object, comparison.news, null);
        return;
      case 'removed': {
        const item = itemOf(object, 'removed', comparison);
        report.item(item);
        if (settle(item) === 'theirs') removals.push({ object, comparison });
        return;
      }
      case 'added':
      case 'changed':
        take(object, comparison, comparison.merged.fields ?? {});
        return;
      case 'conflict':
        decide(object, comparison);
    }
  }

  /** An object that was taken out with a merge that was undone is not there, whatever was done to it here before. */
  function asItIs({ kind, id }: ParcelObject, comparison: Comparison): Comparison {
    const { outcome, merged } = comparison;
    const isExpected = outcome === 'same' || outcome === 'changed';
    if (!hadUndo || !isExpected || merged.fields === null || draft.get(kind, id) !== null) {
      return comparison;
    }
    return { ...comparison, outcome: 'added', fields: Object.keys(merged.fields) };
  }

  function settle(item: MergeItem): MergeChoice {
    const choice = choose(item);
    report.settled(item.id, choice !== 'leave');
    return choice;
  }

  function itemOf(object: ParcelObject, outcome: MergeItem['outcome'], c: Comparison): MergeItem {
    return itemFor(object, outcome, {
      fields: c.fields,
      ours: c.ours.fields,
      theirs: outcome === 'removed' ? null : c.theirs.fields,
    });
  }

  /** Adds or changes an object without dispute. */
  function take(object: ParcelObject, comparison: Comparison, fields: Fields): void {
    const placed = prepared(object, comparison, fields);
    if (placed === null) return;
    const item = itemOf(object, comparison.outcome === 'added' ? 'added' : 'changed', comparison);
    // A tag that is joined is listed so.
    const isJoined = object.kind === 'tag' && comparison.outcome === 'added';
    if (!isJoined) report.item({ ...item, note: placed.note });
    const isLeft = isHeld(object.kind, placed.record);
    if (isLeft) report.settled(item.id, false);
    if (isLeft || settle(item) !== 'theirs') {
      if (isJoined) report.item(item);
      return;
    }
    bring(object.kind, placed.record);
    const joined =
      comparison.writes.length === comparison.news.length
        ? add(object.kind, placed.record)
        : put(object.kind, placed.record);
    if (isJoined && !joined) report.item({ ...item, note: placed.note });
    keep(object, comparison.news, placed.decision);
  }

  /** Settles a conflict: the fields in dispute get one side's values, by a decision that others will see. */
  function decide(object: ParcelObject, comparison: Comparison): void {
    const { ours, theirs, merged, fields: disputed } = comparison;
    const item = itemOf(object, 'conflict', comparison);
    report.item(item);
    const choice = settle(item);
    if (choice === 'leave') {
      if (ours.fields === null) work.held.add(object.id);
      return;
    }
    const side = choice === 'ours' ? ours : theirs;
    if (disputed.includes(presence) && side.fields === null) {
      if (choice === 'theirs') removals.push({ object, comparison });
      else keep(object, comparison.news, { set: {}, exists: false });
      return;
    }
    const chosen = Object.fromEntries(
      disputed.flatMap((name) =>
        name === presence ? [] : [[name, side.lastFields[name] ?? null]],
      ),
    );
    const placed = prepared(object, comparison, { ...merged.lastFields, ...chosen });
    if (placed === null) return;
    bring(object.kind, placed.record);
    put(object.kind, placed.record);
    const exists = disputed.includes(presence) ? true : null;
    keep(object, comparison.news, { set: { ...chosen, ...placed.decision?.set }, exists });
  }

  function finish(): void {
    tags.finish(
      (id) => isNeeded('tag', id),
      (id) => preparer.revive('tag', id),
    );
    takeOut(work, preparer, removals);
  }

  return { merge, finish };
}
