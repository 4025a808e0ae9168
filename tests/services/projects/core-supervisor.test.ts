import { expect, test } from 'vitest';
import type { FromCore, ToCore } from '../../../src/main/core-messages.ts';
import type { CoreChildListener } from '../../../src/main/electron/core-child.ts';
import { superviseCore } from '../../../src/main/electron/core-supervisor.ts';
import type { AttestEvent } from '../../../src/shared/contract/events.ts';
import type { OpenProject } from '../../../src/shared/contract/projects.ts';

const project: OpenProject = {
  id: '00000000-0000-7000-8000-000000000001',
  path: '/projects/case.attest',
  name: 'Case',
  readOnly: false,
  readOnlyReason: null,
};
const call = { domain: 'claims', method: 'list', input: {} };

/** Processes that only remember what they are told, in the order they were started. */
function startSupervised() {
  const processes: { listener: CoreChildListener; received: ToCore[]; killed: boolean }[] = [];
  const events: AttestEvent[] = [];
  const projects: (OpenProject | null)[] = [];
  const broken: string[] = [];
  const core = superviseCore({
    start: (listener) => {
      const started = { listener, received: [] as ToCore[], killed: false };
      processes.push(started);
      return {
        post: (message) => void started.received.push(message),
        kill: () => {
          started.killed = true;
        },
      };
    },
    onEvent: (event) => events.push(event),
    onProject: (opened) => projects.push(opened),
    onBroken: (message) => broken.push(message),
    closeLimitMs: 20,
  });
  const tell = (index: number, message: FromCore): void =>
    processes[index]?.listener.onMessage(message);
  const end = (index: number): void => processes[index]?.listener.onExit();
  return { core, processes, events, projects, broken, tell, end };
}

/** Answers the latest call that a process got. */
function answer(
  { processes, tell }: ReturnType<typeof startSupervised>,
  index: number,
  reply: Extract<FromCore, { type: 'reply' }>['reply'],
): void {
  const message = processes[index]?.received.findLast(({ type }) => type === 'call');
  if (message?.type !== 'call') throw new Error('It was not called.');
  tell(index, { type: 'reply', number: message.number, reply });
}

test('replies find their calls in any order', async () => {
  const { core, tell } = startSupervised();
  const first = core.send(call);
  const second = core.send({ ...call, method: 'get' });
  tell(0, { type: 'reply', number: 2, reply: { ok: true, value: 'second' } });
  tell(0, { type: 'reply', number: 1, reply: { ok: true, value: 'first' } });
  expect(await first).toEqual({ ok: true, value: 'first' });
  expect(await second).toEqual({ ok: true, value: 'second' });
});

test('an end fails what waits, starts another process, opens the project again and says so', async () => {
  const started = startSupervised();
  started.tell(0, { type: 'project', project });
  const waiting = started.core.send(call);
  started.end(0);
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(started.processes[1]?.received).toEqual([
    {
      type: 'call',
      number: 2,
      call: { domain: 'projects', method: 'open', input: { path: project.path } },
    },
  ]);
  started.tell(1, { type: 'project', project });
  answer(started, 1, { ok: true, value: project });
  await expect.poll(() => started.events).toHaveLength(1);
  expect(started.events[0]).toMatchObject({ type: 'resumed' });
  expect(started.projects).toEqual([project, project]);
});

test('a project that cannot be opened again is given up with its reason', async () => {
  const started = startSupervised();
  started.tell(0, { type: 'project', project });
  started.end(0);
  answer(started, 1, { ok: false, error: { code: 'damaged', message: 'It is damaged.' } });
  await expect.poll(() => started.events).toHaveLength(2);
  expect(started.events).toMatchObject([{ type: 'project' }, { type: 'resumed' }]);
  expect(started.events[1]).toHaveProperty('message', expect.stringContaining('It is damaged.'));
  expect(started.projects).toEqual([project, null]);
});

test('a project whose opening ends the core is not tried a third time', async () => {
  const started = startSupervised();
  started.tell(0, { type: 'project', project });
  started.end(0);
  started.end(1);
  await expect.poll(() => started.projects.at(-1)).toBeNull();
  expect(started.processes).toHaveLength(3);
  expect(started.processes[2]?.received).toEqual([]);
});

test('a core that ends again and again is given up, and every call says so', async () => {
  const { core, processes, broken, end } = startSupervised();
  end(0);
  end(1);
  const waiting = core.send(call);
  end(2);
  expect(processes).toHaveLength(3);
  expect(broken).toHaveLength(1);
  expect(await waiting).toMatchObject({ ok: false });
  expect(await core.send(call)).toEqual({
    ok: false,
    error: { code: 'internal', message: broken[0] },
  });
});

test('it closes by asking, and after its time by force', async () => {
  const asked = startSupervised();
  const closing = asked.core.close();
  expect(asked.processes[0]?.received).toEqual([{ type: 'close' }]);
  asked.end(0);
  await closing;
  expect(asked.processes).toHaveLength(1);
  expect(asked.processes[0]?.killed).toBe(false);

  const deaf = startSupervised();
  await deaf.core.close();
  expect(deaf.processes[0]?.killed).toBe(true);
});
