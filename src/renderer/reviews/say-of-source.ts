import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { undoChange } from '../history/undo.ts';

/** A source as far as a review names it. */
export interface NamedSource {
  readonly id: SourceId;
  readonly title: string;
}

const undo = { name: 'Undo', run: () => void undoChange().catch(notifyError) };

/** Says that there is nothing to mark in a source. */
export function sayNothingToMark({ id, title }: NamedSource): void {
  api.reviews
    .give({ targetKind: 'source', targetId: id, verdict: 'nothing-to-mark' })
    .then(() => notify('info', `Nothing to mark in “${title}”.`, undo))
    .catch(notifyError);
}

/** Says that the review of a source is done. */
export function sayDone({ id, title }: NamedSource): void {
  api.reviews
    .give({ targetKind: 'source', targetId: id, verdict: 'accepted' })
    .then(() => notify('info', `“${title}” is done.`, undo))
    .catch(notifyError);
}

/** Hands a source in that was assigned for blind marking, and says who has not. */
export function handIn({ id, title }: NamedSource): void {
  api.reviews
    .handIn({ sourceId: id })
    .then((assignments) => {
      const open = assignments.flatMap(({ analysts }) => analysts.filter((one) => !one.handedIn));
      const names = [...new Set(open.map(({ name }) => name))].join(', ');
      const rest = names === '' ? 'Everybody has: you see all marks now.' : `Not yet: ${names}.`;
      notify('info', `“${title}” is handed in. ${rest}`, undo);
    })
    .catch(notifyError);
}
