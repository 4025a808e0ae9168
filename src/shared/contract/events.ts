import type { RecordKind } from '../domain/changes/record.ts';

/** What the core tells every window, unasked. */
export type AttestEvent =
  /** After every commit. `ids` are the objects concerned, a verdict with what it is about; empty means "any of these kinds". */
  | {
      readonly type: 'changed';
      readonly kinds: readonly RecordKind[];
      readonly ids: readonly string[];
      /** The sources whose marks are concerned; empty means any. */
      readonly sourceIds: readonly string[];
    }
  | {
      readonly type: 'progress';
      readonly jobId: string;
      readonly label: string;
      readonly done: number;
      /** Null while it is not known. */
      readonly total: number | null;
    }
  /** Another project was opened, or it was closed. */
  | { readonly type: 'project' }
  /** The shell asks the window to run a command of the renderer (from the application menu). */
  | { readonly type: 'command'; readonly name: string }
  /** The core process ended and was started again. */
  | { readonly type: 'resumed'; readonly message: string };

export type EventListener = (event: AttestEvent) => void;
