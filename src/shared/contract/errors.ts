/** Every way a call can fail; the renderer and the command line choose what to do by it, people read the message. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'read-only',
  'in-use',
  'not-a-project',
  'newer-version',
  'damaged',
  'exists',
  'disk',
  'cancelled',
  'no-project',
  'not-allowed',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error as plain data; the message is a sentence: what happened, what was kept, what to do. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The one error that is meant for people: anything else thrown is a mistake of ours and is shown as `internal`. */
export class AttestError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AttestError';
    this.code = code;
  }
}
