import type { OpenedFile } from './import-file.ts';

/** So many files are being opened at the same time, of which it is not known yet how large they are; */
const mostOpening = 3;
/** so many more are held, read and being parsed, */
const mostHeld = 12;
/** as long as they are no more bytes than these together. */
const mostBytesHeld = 32 * 1024 ** 2;

/** Files that are opened and parsed while others are stored, in order. */
export interface FilesAhead {
  /** The next file; null after the last one. */
  take(): Promise<OpenedFile | null>;
  /** Opens no more; gives those that were opened and not taken. */
  leave(): Promise<readonly OpenedFile[]>;
}

/** Opens files ahead of who takes them, as many as memory allows; `open` never rejects. */
export function openAhead<File>(
  files: readonly File[],
  open: (file: File) => Promise<OpenedFile>,
): FilesAhead {
  const ahead: Promise<OpenedFile>[] = [];
  let next = 0;
  let opening = 0;
  let held = 0;
  let left = false;

  function fill(): void {
    while (
      !left &&
      next < files.length &&
      opening < mostOpening &&
      ahead.length < mostOpening + mostHeld &&
      (held < mostBytesHeld || ahead.length === 0)
    ) {
      const file = files[next]!;
      next += 1;
      opening += 1;
      const opened = open(file);
      ahead.push(opened);
      void opened
        .then((each) => {
          opening -= 1;
          held += bytesOf(each);
          fill();
        })
        // Whoever takes it hears of it.
        .catch(() => undefined);
    }
  }

  return {
    take: async () => {
      fill();
      const opened = await ahead[0];
      if (opened === undefined) return null;
      ahead.shift();
      held -= bytesOf(opened);
      return opened;
    },
    leave: () => {
      left = true;
      return Promise.all(ahead.splice(0));
    },
  };
}

function bytesOf(opened: OpenedFile): number {
  return 'file' in opened && 'bytes' in opened.file ? opened.file.bytes.length : 0;
}
