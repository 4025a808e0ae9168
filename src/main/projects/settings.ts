import { join } from 'node:path';
import { z } from 'zod';
import { AttestError } from '../../shared/contract/errors.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const settingsSchema = z.record(z.string(), z.json());

/** What the application remembers outside projects: any JSON value under a name. */
export interface Settings {
  /** Null where it was never set. */
  get(key: string): unknown;
  /**
   * Setting null forgets it.
   * @throws {AttestError} `disk` when it cannot be written; the old value is kept then
   */
  set(key: string, value: z.core.util.JSONType): void;
}

/** Keeps the settings in one file of the folder. */
export function createSettings(folder: string): Settings {
  const file = join(folder, 'settings.json');
  let values = new Map(Object.entries(readJsonFile(file, settingsSchema) ?? {}));
  return {
    get: (key) => values.get(key) ?? null,
    set(key, value) {
      const next = new Map(values);
      if (value === null) next.delete(key);
      else next.set(key, value);
      try {
        writeJsonFile(file, Object.fromEntries(next));
      } catch {
        throw new AttestError(
          'disk',
          `The setting could not be saved in ${folder}. The old one is kept; check that the folder can be written and that the disk is not full.`,
        );
      }
      values = next;
    },
  };
}
