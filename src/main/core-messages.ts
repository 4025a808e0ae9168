import type { AttestEvent } from '../shared/contract/events.ts';
import type { OpenProject } from '../shared/contract/projects.ts';
import type { Call, Reply } from '../shared/contract/transport.ts';

/** What the core process is started with: its one argument, as JSON. */
export interface CoreOptions {
  /** Holds the profile, the recent projects and the settings. */
  readonly folder: string;
  readonly migrationsDirectory: string;
  /** The script of the process that parses untrusted files. */
  readonly importWorkerScript: string;
}

/** From the shell to the core. Numbers count up and name the call that a reply answers. */
export type ToCore =
  | { readonly type: 'call'; readonly number: number; readonly call: Call }
  /** Close the project and end. */
  | { readonly type: 'close' };

/** From the core to the shell. */
export type FromCore =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly number: number; readonly reply: Reply }
  | { readonly type: 'event'; readonly event: AttestEvent }
  /** Which project is open now; null for none. */
  | { readonly type: 'project'; readonly project: OpenProject | null };
