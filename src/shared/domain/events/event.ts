import type { AnalystId, EventId } from '../ids.ts';

/** What claims are about: claims of different events are never offered for joining. */
export interface Event {
  readonly id: EventId;
  readonly name: string;
  /** EDTF; its precision is part of the value. */
  readonly date: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
