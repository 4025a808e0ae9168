import type { AttestEvent } from '../shared/contract/events.ts';
import type { Call, Reply } from '../shared/contract/transport.ts';

/** Everything the window's page gets from outside: it can call, listen, and hand over files that a person dropped. */
export interface AttestBridge {
  send(call: Call): Promise<Reply>;
  /** Gives a function that stops listening. */
  onEvent(listener: (event: AttestEvent) => void): () => void;
  /** The paths of files that were dropped or pasted; the shell then lets this window name them. Files without a path are left out. */
  grantFiles(files: readonly File[]): Promise<readonly string[]>;
}
