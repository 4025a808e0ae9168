import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeJsonFile } from '../projects/json-file.ts';
import type { Platform } from './platform.ts';

/** The file a test drives the desktop with: answers are taken from the front, what was asked is added. */
const scriptSchema = z.object({
  /** Paths for a choice (one for a save), null to cancel, the index of a button for a question. */
  answers: z.array(z.union([z.array(z.string()), z.string(), z.int(), z.null()])),
  asked: z.array(z.looseObject({ kind: z.string() })).default([]),
});
type Answer = z.infer<typeof scriptSchema>['answers'][number];

/** A desktop without dialogs for tests; a question without an answer is cancelled. */
export function createScriptedPlatform(path: string): Platform {
  function record(kind: string, what: object, takesAnswer: boolean): Answer {
    const script = scriptSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const [answer = null, ...later] = takesAnswer ? script.answers : [null, ...script.answers];
    writeJsonFile(path, { answers: later, asked: [...script.asked, { kind, ...what }] });
    return answer;
  }

  return {
    async choose(_window, question) {
      const answer = record('choose', question, true);
      return typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
    },
    async chooseSave(_window, question) {
      const answer = record('chooseSave', question, true);
      return typeof answer === 'string' ? answer : null;
    },
    async ask(_window, question) {
      const answer = record('ask', question, true);
      return typeof answer === 'number' ? answer : question.buttons.length - 1;
    },
    async print(contents) {
      return record('print', { title: contents.getTitle() }, true) === 0;
    },
    async openInBrowser(url) {
      record('openInBrowser', { url }, false);
    },
    showInFolder(folderPath) {
      record('showInFolder', { path: folderPath }, false);
    },
  };
}
