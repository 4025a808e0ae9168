import { v5 } from 'uuid';
import { isUuid } from '../../shared/domain/ids.ts';

// Made once for Attest: the namespace of RFC 9562 in which all its derived ids lie.
const namespace = '1d9a2c4e-6b0f-4b57-9a63-0c8e5d7f2a11';

/** A UUID, version 5, of these parts in this order; different lists of parts never give the same name. */
export function derivedId<Id extends string>(...parts: readonly (string | number | null)[]): Id {
  return v5(JSON.stringify(parts), namespace) as Id;
}

/** An id as files write it (upper case, in braces) in the one form that Attest keeps; null where it is no UUID. */
export function uuidFrom(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  return isUuid(plain) ? plain : null;
}

/** The id of an actor that a chain introduces: made from the mark and the place in its chain. */
export function actorIdAt<Id extends string>(
  markId: string,
  link: number,
  place: number,
  name: string,
): Id {
  return derivedId('actor', markId, link, place, name);
}

/** The id of an origin that a chain introduces. */
export function originIdAt<Id extends string>(markId: string, link: number, title: string): Id {
  return derivedId('origin', markId, link, title);
}

/** The id of an event that a mark's claim introduces. */
export function eventIdAt<Id extends string>(markId: string, name: string): Id {
  return derivedId('event', markId, name);
}

/** The id of the attribution that a mark brings with it. */
export function attributionIdOf<Id extends string>(markId: string): Id {
  return derivedId('attribution', markId);
}

/** The id of a grade that stands on a mark's own line. */
export function gradeIdOf<Id extends string>(
  targetId: string,
  value: string | number,
  reason: string | null,
  createdAt: string,
): Id {
  return derivedId('grade', targetId, value, reason, createdAt);
}
