import { expect, type Locator, type Page } from '@playwright/test';

/** A point of the window, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** How words are painted: in which layers, and in what colour or lines. */
export interface Painted {
  /** Colour of the fill on top: a palette index, `none` for untagged; null where nothing fills. */
  readonly fill: string | null;
  /** The lines below, sorted: `level kind` such as `1 claim`. */
  readonly lines: readonly string[];
  /** Other layers, sorted: chosen, pending, speaker, cue, flash. */
  readonly others: readonly string[];
}

/** The reader in the middle of the window. */
export class ReaderPage {
  readonly page: Page;
  readonly region: Locator;
  readonly text: Locator;
  readonly marks: Locator;
  readonly chooser: Locator;
  readonly bars: Locator;
  readonly announcement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Reader' });
    this.text = this.region.getByRole('textbox', { name: /^Text of/ });
    this.marks = page.getByRole('listbox', { name: 'Marks of this source' });
    this.chooser = page.getByRole('listbox', { name: 'Marks here' });
    this.bars = page.locator('.reader-bar');
    this.announcement = page.getByRole('status').filter({ hasNotText: /^$/ });
  }

  /** The sides of a character of words that stand on one line, counted from their start or, negative, their end. */
  async characterSides(words: string, index: number): Promise<{ before: Point; after: Point }> {
    const sides = await this.text.evaluate(
      (root, [wanted, at]) => {
        for (const line of root.querySelectorAll<HTMLElement>('[data-line]')) {
          const node = line.firstChild;
          const start = node?.nodeValue?.indexOf(wanted) ?? -1;
          if (!node || start < 0) continue;
          const offset = start + (at < 0 ? wanted.length + at : at);
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const y = (top + bottom) / 2;
          // Just inside the character, so that the pointer is on it.
          const sides = [
            { x: left + 0.5, y },
            { x: right - 0.5, y },
          ] as const;
          const character = node.nodeValue?.slice(offset, offset + 1) ?? '';
          const own = /\p{L}|\p{N}/u.test(character) ? /[\u0590-\u08ff]/.test(character) : null;
          const isRtl = own ?? line.dir === 'rtl';
          const [before, after] = isRtl ? sides.toReversed() : sides;
          return before && after ? { before, after } : null;
        }
        return null;
      },
      [words, index] as const,
    );
    if (sides === null) throw new Error(`“${words}” is not on one line of the reader`);
    return sides;
  }

  /** Selects by dragging the pointer over words, or from them to the end of others. */
  async drag(words: string, toEndOf = words): Promise<void> {
    const { before } = await this.characterSides(words, 0);
    const { after } = await this.characterSides(toEndOf, -1);
    const { mouse } = this.page;
    await mouse.move(before.x, before.y);
    await mouse.down();
    await mouse.move((before.x + after.x) / 2, after.y, { steps: 4 });
    await mouse.move(after.x, after.y, { steps: 4 });
    await mouse.up();
    await expect.poll(() => this.selected()).not.toBe('');
  }

  /** Presses a character of the words with the pointer. */
  async press(words: string, index = 0): Promise<void> {
    const { before, after } = await this.characterSides(words, index);
    await this.page.mouse.click((before.x + after.x) / 2, before.y);
  }

  /** Drags the grip at one end of the chosen mark to a character: before it for the start, behind it for the end. */
  async dragGrip(boundary: 'start' | 'end', words: string, index: number): Promise<void> {
    const grip = await this.page.locator(`.reader-grip-${boundary}`).boundingBox();
    if (grip === null) throw new Error('No mark is chosen');
    const { before, after } = await this.characterSides(words, index);
    const { mouse } = this.page;
    await mouse.move(grip.x + 1, boundary === 'start' ? grip.y - 4 : grip.y + grip.height + 4);
    await mouse.down();
    const to = boundary === 'start' ? before : after;
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
  }

  /** What the page says is selected, without what parts lines. */
  async selected(): Promise<string> {
    return this.page.evaluate(() => String(document.getSelection()));
  }

  /** How the words are painted from their first to their last character. */
  async painted(words: string): Promise<Painted> {
    const names = await this.text.evaluate((root, wanted) => {
      for (const line of root.querySelectorAll('[data-line]')) {
        const node = line.firstChild;
        const start = node?.nodeValue?.indexOf(wanted) ?? -1;
        if (!node || start < 0) continue;
        const holds = (range: AbstractRange, offset: number) => {
          const whole = document.createRange();
          whole.setStart(range.startContainer, range.startOffset);
          whole.setEnd(range.endContainer, range.endOffset);
          const here = document.createRange();
          here.setStart(node, offset);
          here.setEnd(node, offset + 1);
          return (
            whole.compareBoundaryPoints(Range.START_TO_START, here) <= 0 &&
            whole.compareBoundaryPoints(Range.END_TO_END, here) >= 0
          );
        };
        const last = start + wanted.length - 1;
        return [...CSS.highlights].flatMap(([name, highlight]) => {
          const ranges = [...(highlight as unknown as Iterable<AbstractRange>)];
          return ranges.some((range) => holds(range, start)) &&
            ranges.some((range) => holds(range, last))
            ? [name]
            : [];
        });
      }
      return [];
    }, words);
    const parts = names.map((name) => name.split('-').slice(1));
    return {
      fill: parts.find(([what]) => what === 'fill')?.[1] ?? null,
      lines: parts
        .filter(([what]) => what === 'line')
        .map(([, , level, kind]) => `${level} ${kind}`)
        .toSorted(),
      others: parts
        .flatMap(([what]) => (what === undefined || /fill|line/.test(what) ? [] : [what]))
        .toSorted(),
    };
  }

  /** The text of everything that is underlined as a mark in what is painted now, in no order. */
  async paintedQuotes(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const quotes: string[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('mark-line')) continue;
        for (const range of highlight as unknown as Iterable<AbstractRange>) {
          const whole = document.createRange();
          whole.setStart(range.startContainer, range.startOffset);
          whole.setEnd(range.endContainer, range.endOffset);
          quotes.push(whole.cloneContents().textContent ?? '');
        }
      }
      return quotes;
    });
  }

  /** The lines that are seen, by index. */
  async shownLines(): Promise<readonly number[]> {
    return this.text.evaluate((root) => {
      const frame = root.closest('.reader-scroller')?.getBoundingClientRect();
      if (!frame) return [];
      return [...root.querySelectorAll<HTMLElement>('[data-line]')].flatMap((line) => {
        const { top, bottom, height } = line.getBoundingClientRect();
        return height > 0 && bottom > frame.top && top < frame.bottom
          ? [Number(line.dataset.line)]
          : [];
      });
    });
  }

  /** Scrolls so that a line is at the top. */
  async scrollToLine(line: number): Promise<void> {
    await this.text.locator(`[data-line="${line}"]`).evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    await expect.poll(() => this.shownLines()).toContain(line);
  }

  /** Waits until the next frame was drawn. */
  async frame(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
}
