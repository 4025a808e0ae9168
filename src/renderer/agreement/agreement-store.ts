import type { DisagreementView } from '../../shared/domain/agreement/measure.ts';
import type { AnalystId, SourceId, TagId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';

/** What is compared and how it is shown; empty texts mean "all", or "not chosen yet". */
export interface AgreementChoice {
  /** The first is the one that precision and recall take for the truth. */
  readonly first: AnalystId | '';
  readonly second: AnalystId | '';
  /** A third one, or everybody. */
  readonly others: AnalystId | 'all' | '';
  readonly sourceId: SourceId | '';
  readonly tagId: TagId | '';
  readonly show: 'measures' | 'source' | 'month';
  /** The measures of all marks, of every tag, or of the tag of a path (with `=` in front). */
  readonly scope: string;
  readonly gamma: boolean;
  /** The measure whose disagreements are shown. */
  readonly behind: {
    readonly key: string;
    readonly view: DisagreementView;
    readonly tag: string | null;
  } | null;
}

/** Kept for as long as the window lives. */
export const agreementChoice = createStore<AgreementChoice>({
  first: '',
  second: '',
  others: '',
  sourceId: '',
  tagId: '',
  show: 'measures',
  scope: '',
  gamma: false,
  behind: null,
});
