import type { HighlightId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { announce, notify, notifyError } from '../app/overlays.ts';

/** Gives a mark the attribution of the mark that this analyst attributed last. */
export async function copyLastAttribution(highlightId: HighlightId): Promise<void> {
  try {
    const last = await api.highlights.last({ having: 'attribution' });
    if (last === null || last.id === highlightId) {
      notify('info', 'No other mark of yours is attributed yet.');
      return;
    }
    const copied = await api.attributions.copy({
      fromHighlightId: last.id,
      toHighlightId: highlightId,
    });
    announce(`Attributed: ${copied?.text ?? 'not yet'}`);
  } catch (error) {
    notifyError(error);
  }
}
