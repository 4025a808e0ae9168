import type { Origin } from '../../shared/domain/attributions/attribution.ts';
import type { OriginChoice } from './chain-form.ts';

/** An origin of the registry as a choice. */
export function knownOrigin(origin: Origin): Extract<OriginChoice, { as: 'known' }> {
  const { id, kind, title, issuer, date, sourceId } = origin;
  return { as: 'known', originId: id, kind, title, issuer, date, sourceId };
}
