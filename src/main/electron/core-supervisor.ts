import type { AttestEvent } from '../../shared/contract/events.ts';
import type { OpenProject } from '../../shared/contract/projects.ts';
import type { Reply, Transport } from '../../shared/contract/transport.ts';
import type { FromCore } from '../core-messages.ts';
import type { CoreChild, CoreChildListener } from './core-child.ts';

/** The core as the shell sees it: always there, though the process behind it may be another. */
export interface Core {
  readonly send: Transport;
  /** Ends it cleanly; given up after the time limit, when nothing that was saved is lost either. */
  close(): Promise<void>;
}

export interface CoreSupervisorOptions {
  readonly start: (listener: CoreChildListener) => CoreChild;
  readonly onEvent: (event: AttestEvent) => void;
  readonly onProject: (project: OpenProject | null) => void;
  /** The core cannot be kept running; the sentence says so. Called once. */
  readonly onBroken: (message: string) => void;
  readonly closeLimitMs: number;
}

/** So many ends in a row, without one answer in between, and it is not tried again. */
const endsAllowed = 3;

const brokenMessage =
  'The part of Attest that keeps your project could not be started. Nothing was lost: what was saved is on disk. Start Attest again, or install it anew.';
const unansweredMessage =
  'Attest’s core ended before it had answered. What was shown as saved is on disk; look whether this was done, and do it again if not.';

/**
 * Starts the core and starts it again when it ends unasked: calls without an answer fail with a
 * sentence, the project that was open is opened again, and a `resumed` event says what happened.
 */
export function superviseCore(options: CoreSupervisorOptions): Core {
  const pending = new Map<number, (reply: Reply) => void>();
  let lastNumber = 0;
  let endsInARow = 0;
  let state: 'running' | 'closing' | 'broken' = 'running';
  let project: OpenProject | null = null;
  let onClosed = (): void => undefined;
  let child = start();

  function start(): CoreChild {
    return options.start({ onMessage: receive, onExit: handleExit });
  }

  function receive(message: FromCore): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'reply':
        endsInARow = 0;
        pending.get(message.number)?.(message.reply);
        pending.delete(message.number);
        return;
      case 'event':
        options.onEvent(message.event);
        return;
      case 'project':
        project = message.project;
        options.onProject(project);
    }
  }

  function send(domain: string, method: string, input: unknown): Promise<Reply> {
    if (state !== 'running') return Promise.resolve(failure(brokenMessage));
    lastNumber += 1;
    const number = lastNumber;
    return new Promise((resolve) => {
      pending.set(number, resolve);
      child.post({ type: 'call', number, call: { domain, method, input } });
    });
  }

  function failPending(): void {
    const unanswered = [...pending.values()];
    pending.clear();
    for (const answer of unanswered) answer(failure(unansweredMessage));
  }

  function handleExit(): void {
    if (state === 'closing') return onClosed();
    const lost = project;
    project = null;
    endsInARow += 1;
    if (endsInARow >= endsAllowed) {
      state = 'broken';
      failPending();
      options.onBroken(brokenMessage);
      return;
    }
    failPending();
    child = start();
    void resume(lost);
  }

  async function resume(lost: OpenProject | null): Promise<void> {
    if (lost === null) return tellResumed('Attest’s core ended and was started again.');
    const reply = await send('projects', 'open', { path: lost.path });
    if (reply.ok) {
      tellResumed(
        `Attest’s core ended and was started again. “${lost.name}” is open again; everything that was shown as saved is there.`,
      );
    } else if (state === 'running') {
      options.onProject(null);
      options.onEvent({ type: 'project' });
      tellResumed(
        `Attest’s core ended and was started again, but “${lost.name}” was not opened: ${reply.error.message}`,
      );
    }
  }

  function tellResumed(message: string): void {
    options.onEvent({ type: 'resumed', message });
  }

  async function close(): Promise<void> {
    if (state !== 'running') return;
    state = 'closing';
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => {
        child.kill();
        resolve();
      }, options.closeLimitMs);
      onClosed = () => {
        clearTimeout(limit);
        failPending();
        resolve();
      };
      child.post({ type: 'close' });
    });
  }

  return { send: (call) => send(call.domain, call.method, call.input), close };
}

function failure(message: string): Reply {
  return { ok: false, error: { code: 'internal', message } };
}
