/**
 * What a colleague would have instead: values by the names of the fields they are for. Tags stand there by their
 * paths and actors by their names, so that a proposal means the same in every copy of a project.
 */
export interface Proposal {
  readonly version: 1;
  readonly fields: Readonly<Record<string, unknown>>;
}
