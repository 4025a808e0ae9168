/** The names under which a window and the Electron shell talk; each means one thing of `AttestBridge`. */
export const channels = {
  /** Window to shell, answered: a `Call`, answered by a `Reply`. */
  call: 'attest:call',
  /** Window to shell, answered: paths of dropped files, answered by those that may now be named. */
  grantFiles: 'attest:grant-files',
  /** Shell to window: an `AttestEvent`. */
  event: 'attest:event',
} as const;
