import { actorStore } from '../actors/actors-store.ts';
import { attributionStore, originStore } from '../attributions/attributions-store.ts';
import { checkStore, claimStore, linkStore } from '../claims/claims-store.ts';
import { eventStore } from '../events/events-store.ts';
import { gradeStore } from '../grades/grades-store.ts';
import { highlightStore, unplacedStore } from '../highlights/highlights-store.ts';
import { assignmentStore, handInStore } from '../reviews/assignments-store.ts';
import { commentStore, verdictStore } from '../reviews/reviews-store.ts';
import { boilerplateStore, sourceStore } from '../sources/sources-store.ts';
import { summaryStore } from '../summaries/summaries-store.ts';
import { tagStore } from '../tags/tags-store.ts';
import type { RecordKind } from '../../shared/domain/changes/record.ts';
import { analystStore } from './analysts-store.ts';
import type { RecordStore } from './record-store.ts';

/** The store of each kind of record. */
export const recordStores: { readonly [K in RecordKind]: RecordStore<K> } = {
  analyst: analystStore,
  source: sourceStore,
  boilerplate: boilerplateStore,
  tag: tagStore,
  event: eventStore,
  actor: actorStore,
  origin: originStore,
  claim: claimStore,
  highlight: highlightStore,
  attribution: attributionStore,
  grade: gradeStore,
  check: checkStore,
  link: linkStore,
  verdict: verdictStore,
  comment: commentStore,
  assignment: assignmentStore,
  'hand-in': handInStore,
  summary: summaryStore,
  unplaced: unplacedStore,
};
