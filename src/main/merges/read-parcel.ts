import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { AttestError } from '../../shared/contract/errors.ts';
import {
  objectLineFrom,
  parcelLineSchema,
  parcelMark,
  parcelVersion,
  type ParcelAnalyst,
  type ParcelHead,
  type ParcelLine,
  type ParcelObject,
  type ParcelSource,
} from './parcel-lines.ts';

/** A parcel that was read whole and has the right shape; nothing in it is believed beyond that. */
export interface Parcel {
  readonly head: ParcelHead;
  readonly analysts: readonly ParcelAnalyst[];
  readonly sources: readonly ParcelSource[];
  /** Tags that stand for others, by the one that is no more. */
  readonly joined: ReadonlyMap<string, string>;
  readonly objects: readonly ParcelObject[];
}

/** A parcel unpacks to no more than this many bytes: a small file may claim to be endless. */
const mostBytes = 8 * 1024 ** 3;
const mostObjects = 5_000_000;

/**
 * Reads a parcel and checks its shape line by line.
 * @throws {AttestError} `not-found`, `damaged` (also cut off or no parcel) or `newer-version`; nothing was changed
 */
export async function readParcel(path: string): Promise<Parcel> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  let bytes = 0;
  gunzip.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) gunzip.destroy(damaged('It unpacks to more than 8 GB.'));
  });
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  const collected = collector();
  try {
    for await (const line of createInterface({ input: gunzip, crlfDelay: Infinity })) {
      collected.add(line);
    }
  } catch (error) {
    // Of a file without anything to unpack nothing says that it ever was a parcel.
    throw explained(error, bytes === 0);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  return collected.parcel();
}

function collector() {
  let head: ParcelHead | null = null;
  let lines = 0;
  let isWhole = false;
  const analysts: ParcelAnalyst[] = [];
  const sources: ParcelSource[] = [];
  const joined = new Map<string, string>();
  const objects: ParcelObject[] = [];

  const keep = (line: ParcelLine): void => {
    switch (line.line) {
      case 'head':
        head = line;
        break;
      case 'analyst':
        analysts.push(line);
        break;
      case 'source':
        sources.push(line);
        break;
      case 'joined':
        joined.set(line.from, line.into);
        break;
      case 'object':
        if (objects.length >= mostObjects) throw damaged('It holds too many objects.');
        objects.push(line);
        break;
      case 'end':
        isWhole = line.lines === lines;
    }
  };

  return {
    add(text: string): void {
      const line = parsed(text, lines + 1);
      if (lines === 0 && line.line !== 'head') throw noParcel();
      if (isWhole) throw damaged('Something follows its end.');
      keep(line);
      if (line.line !== 'end') lines += 1;
    },
    parcel(): Parcel {
      if (head === null) throw noParcel();
      if (!isWhole) throw damaged('It is cut off: its end is missing.');
      return { head, analysts, sources, joined, objects };
    },
  };
}

function parsed(text: string, number: number): ParcelLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw number === 1 ? noParcel() : damaged(`Line ${number} cannot be read.`);
  }
  if (number === 1) checkVersion(value);
  const object = number === 1 ? null : objectLineFrom(value);
  if (object !== null) return object;
  const line = parcelLineSchema.safeParse(value);
  if (!line.success) {
    throw number === 1 ? noParcel() : damaged(`Line ${number} is not as it must be.`);
  }
  return line.data;
}

function checkVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value)) throw noParcel();
  if (value.format !== parcelMark) throw noParcel();
  if ('version' in value && typeof value.version === 'number' && value.version > parcelVersion) {
    throw new AttestError(
      'newer-version',
      'The parcel was made by a newer version of Attest. Nothing was changed. Update this one, or ask for a parcel of an older version.',
    );
  }
}

function noParcel(): AttestError {
  return new AttestError(
    'damaged',
    'The file is no parcel of Attest. Nothing was changed. Choose a parcel or a project.',
  );
}

function damaged(what: string): AttestError {
  return new AttestError(
    'damaged',
    `The parcel is damaged. ${what} Nothing was changed. Ask for it again.`,
  );
}

function explained(error: unknown, isEmpty: boolean): unknown {
  if (error instanceof AttestError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new AttestError('not-found', 'There is no such file. Nothing was changed.');
  }
  if (code === 'EISDIR') {
    return new AttestError(
      'not-found',
      'That is a folder. Nothing was changed. Choose a parcel or a project.',
    );
  }
  if (code.startsWith('Z_')) {
    return code === 'Z_BUF_ERROR' && !isEmpty ? damaged('It is cut off.') : noParcel();
  }
  return new AttestError(
    'not-found',
    'The file cannot be read. Nothing was changed. Check that it is yours to read.',
  );
}
