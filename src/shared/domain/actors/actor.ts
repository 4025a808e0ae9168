import type { ActorId, AnalystId } from '../ids.ts';

export const actorKinds = ['person', 'organisation', 'outlet', 'unknown'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who speaks or passes on: a person, an organisation or an outlet. An unnamed one ("a senior official") is never found by its name: two of them are two. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly unnamed: boolean;
  readonly role: string | null;
  readonly aliases: readonly string[];
  readonly note: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
