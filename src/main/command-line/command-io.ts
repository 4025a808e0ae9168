/** Where a command writes: its result, and what went wrong. */
export interface CommandIo {
  /** Whether the result is asked for as JSON. */
  readonly isJson: boolean;
  /** Writes a part of the result; waits while the reader is slow. False when nobody reads any more. */
  write(part: string | Uint8Array): Promise<boolean>;
  /** Writes a JSON document. */
  json(value: unknown): Promise<void>;
  /** Writes a JSON list item by item. */
  jsonList(items: Iterable<unknown>): Promise<void>;
  /** Writes lines for people. */
  lines(lines: Iterable<string>): Promise<void>;
  /** One line on standard error about something that went wrong. */
  problem(file: string, what: string): void;
  /** One line on standard error that is no problem. */
  note(what: string): void;
  /** Shows how far a long job is; nothing unless somebody looks. */
  progress(label: string, done: number, total: number | null): void;
  /** Takes the progress off the screen. */
  progressDone(): void;
  /** What standard output failed with, or null; a reader that went away is no failure. */
  failure(): Error | null;
}

/** Makes the input and output of one run on the process's own streams. */
export function createIo(options: {
  readonly isJson: boolean;
  readonly showsProgress: boolean;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}): CommandIo {
  const { output, errors, isJson } = options;
  let isClosed = false;
  let failed: Error | null = null;
  let hasBar = false;
  output.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code !== 'EPIPE') failed = error;
  });
  // Nobody is left to be told.
  errors.on('error', () => undefined);

  function write(part: string | Uint8Array): Promise<boolean> {
    if (isClosed) return Promise.resolve(false);
    return new Promise((resolve) => {
      output.write(part, (error) => resolve(error == null && !isClosed));
    });
  }

  function clearBar(): void {
    if (hasBar && errors.isTTY) errors.write('\r\u001b[K');
    hasBar = false;
  }

  async function buffered(parts: Iterable<string>): Promise<void> {
    let buffer = '';
    for (const part of parts) {
      buffer += part;
      if (buffer.length < 65_536) continue;
      if (!(await write(buffer))) return;
      buffer = '';
    }
    if (buffer !== '') await write(buffer);
  }

  return {
    isJson,
    write,
    json: async (value) => void (await write(`${JSON.stringify(value, null, 2)}\n`)),
    jsonList: (items) => buffered(jsonParts(items)),
    lines: (lines) => buffered(lineParts(lines)),
    problem: (file, what) => {
      clearBar();
      errors.write(`problem: ${oneLine(file)}: ${oneLine(what)}\n`);
    },
    note: (what) => {
      clearBar();
      errors.write(`${oneLine(what)}\n`);
    },
    progress: (label, done, total) => {
      if (!options.showsProgress) return;
      const count = total === null ? `${done}` : `${done} of ${total}`;
      if (!errors.isTTY) errors.write(`${count} ${oneLine(label)}\n`);
      else errors.write(`\r\u001b[K${count} ${oneLine(label).slice(0, 60)}`);
      hasBar = true;
    },
    progressDone: clearBar,
    failure: () => failed,
  };
}

function* jsonParts(items: Iterable<unknown>): Iterable<string> {
  let isFirst = true;
  for (const item of items) {
    yield isFirst ? '[\n' : ',\n';
    yield JSON.stringify(item);
    isFirst = false;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}

function* lineParts(lines: Iterable<string>): Iterable<string> {
  for (const line of lines) yield `${line}\n`;
}

/** A text in one line; control characters of a file name must not move the cursor. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}
