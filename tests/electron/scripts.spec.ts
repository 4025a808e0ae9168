import { expect, type Page } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { test, type LaunchedAttest } from './launch.ts';
import { FindBar } from './pages/find-bar.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

test.setTimeout(120_000);

/** A text of one script and what is done with it. */
interface ScriptSample {
  readonly name: string;
  readonly text: string;
  readonly language: string | null;
  readonly rtl: boolean;
  /** What the pointer is dragged over, within one line. */
  readonly drag: string;
  /** A character of a word, as an index in `word`, and what a double press there selects. */
  readonly word: string;
  /** What follows the start of the first line, character by character as readers see it. */
  readonly characters: readonly string[];
}

const samples: readonly ScriptSample[] = [
  {
    name: 'Arabic',
    language: 'ar',
    rtl: true,
    text: 'قال الوزير إنّ المحادثات ستستمر يوم 12 مايو في الميناء.\nلم يعلّق أحد.',
    drag: 'المحادثات ستستمر',
    word: 'الوزير',
    characters: ['ق', 'ا', 'ل', ' '],
  },
  {
    name: 'Hebrew',
    language: 'he',
    rtl: true,
    text: 'שָׁלוֹם אמר השר, והלך הביתה.\nאיש לא הגיב.',
    drag: 'אמר השר',
    word: 'הביתה',
    characters: ['שָׁ', 'ל', 'וֹ', 'ם'],
  },
  {
    name: 'Chinese',
    language: 'zh',
    rtl: false,
    text: '港口會議於週一舉行，部長沒有回答問題。橋樑仍然關閉。',
    drag: '部長沒有回答',
    word: '會議',
    characters: ['港', '口'],
  },
  {
    name: 'Japanese',
    language: 'ja',
    rtl: false,
    text: '大臣は月曜日に桟橋が開くと述べた。カ\u3099ス漏れの調査は続いている。',
    drag: '桟橋が開く',
    word: '調査',
    characters: ['大', '臣'],
  },
  {
    name: 'Korean',
    language: 'ko',
    rtl: false,
    text: '장관은 오월에 부두가 열린다고 말했다. 조사는 아직 끝나지 않았다.',
    drag: '부두가 열린다고',
    word: '조사는',
    characters: ['장', '관', '은', ' '],
  },
  {
    name: 'Hindi',
    language: 'hi',
    rtl: false,
    text: 'मंत्री ने कहा कि घाट मई में खुलेगा। किसी ने टिप्पणी नहीं की।',
    drag: 'घाट मई में',
    word: 'टिप्पणी',
    characters: ['मं', 'त्री', ' '],
  },
  {
    name: 'Thai',
    language: 'th',
    rtl: false,
    text: 'รัฐมนตรีกล่าวว่าท่าเรือจะเปิดในเดือนพฤษภาคม ไม่มีใครตอบคำถาม',
    drag: 'ท่าเรือจะเปิด',
    word: 'ท่าเรือ',
    characters: ['รั', 'ฐ', 'ม'],
  },
  {
    name: 'Emoji',
    language: null,
    rtl: false,
    text: '👩‍👩‍👧‍👦🇰🇷👍🏽e\u0301o\u0308\u0323 waved at the pier 👨🏿‍🚒 and left 🏴󠁧󠁢󠁳󠁣󠁴󠁿.',
    drag: 'pier 👨🏿‍🚒 and',
    word: 'waved',
    characters: ['👩‍👩‍👧‍👦', '🇰🇷', '👍🏽', 'e\u0301', 'o\u0308\u0323'],
  },
];

interface Opened {
  readonly sourceId: SourceId;
  readonly page: Page;
  readonly api: Api;
  readonly reader: ReaderPage;
  /** The quotes and spans as they are stored, each span checked against the text. */
  stored(): Promise<readonly string[]>;
}

async function open(
  attest: LaunchedAttest,
  folder: string,
  { name, text, language }: Pick<ScriptSample, 'name' | 'text' | 'language'>,
): Promise<Opened> {
  const { api, page } = attest;
  const [sourceId] = await startProject(attest, folder, [{ title: name, text }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await api.sources.edit({ sourceId, patch: { language } });
  await new InspectorPage(page).openSource(name);
  const reader = new ReaderPage(page);
  await expect(reader.text).toBeVisible();
  const content = await api.sources.content({ sourceId });
  return {
    page,
    api,
    reader,
    sourceId,
    async stored() {
      const marks = await api.highlights.ofSource({ sourceId });
      for (const { quote, spans } of marks) {
        expect(spans.map(([start, end]) => content.text.slice(start, end)).join(' … ')).toBe(quote);
      }
      return marks.map(({ quote }) => quote);
    },
  };
}

for (const sample of samples) {
  test(`${sample.name} is selected by drag, double press, characters and words, at the right offsets`, async ({
    launch,
    folder,
  }, info) => {
    const attest = await launch({ size: { width: 900, height: 600 } });
    const { page, reader, stored } = await open(attest, folder, sample);
    const line = reader.text.locator('[data-line="0"]');
    await expect(line).toHaveAttribute('dir', sample.rtl ? 'rtl' : 'ltr');

    await reader.drag(sample.drag);
    await page.keyboard.press('h');
    await expect.poll(stored).toContain(sample.drag);

    const { before, after } = await reader.characterSides(sample.word, 1);
    await page.mouse.dblclick((before.x + after.x) / 2, before.y);
    await expect.poll(async () => (await reader.selected()).trim()).toBe(sample.word);
    await page.keyboard.press('h');
    await expect.poll(stored).toContain(sample.word);

    // Arrows follow the eye: in a line from right to left the left one goes on.
    const onward = sample.rtl ? 'ArrowLeft' : 'ArrowRight';
    await page.keyboard.press('ControlOrMeta+Home');
    let reached = '';
    for (const character of sample.characters) {
      await page.keyboard.press(`Shift+${onward}`);
      reached += character;
      await expect.poll(() => reader.selected()).toBe(reached);
    }
    await page.keyboard.press('h');
    await expect.poll(stored).toContain(reached);

    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press(`ControlOrMeta+Shift+${onward}`);
    const word = await reader.selected();
    expect(word.length).toBeGreaterThan(0);
    expect(word.length).toBeLessThan(
      sample.text.indexOf('\n') < 0 ? sample.text.length : sample.text.indexOf('\n'),
    );
    expect(sample.text.startsWith(word)).toBe(true);

    // Word, then sentence, as the script parts them.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('w');
    const grown = await reader.selected();
    expect(sample.text.startsWith(grown)).toBe(true);
    await page.keyboard.press('w');
    const sentence = await reader.selected();
    expect(sentence.startsWith(grown)).toBe(true);
    // An emoji is no word: its sentence comes first.
    if (/^\p{L}/u.test(sample.text)) expect(sentence.length).toBeGreaterThan(grown.length);
    await page.keyboard.press('c');
    await expect.poll(stored).toContain(sentence);

    await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(reader.text).toBeFocused();
    await reader.frame();
    // The margin of a line is where it begins.
    const sides = await reader.bars.evaluateAll((bars, rtl) => {
      const column = document.querySelector('.reader-column')?.getBoundingClientRect();
      if (column === undefined) return [];
      return bars.map((bar) => {
        const { left, right } = bar.getBoundingClientRect();
        return rtl ? left >= column.right : right <= column.left;
      });
    }, sample.rtl);
    expect(sides.length).toBeGreaterThan(2);
    expect(sides).not.toContain(false);
    const path = info.outputPath(`${sample.name}.png`);
    await page.screenshot({ path });
    await info.attach(sample.name, { path, contentType: 'image/png' });
    expect((await attest.api.project.verify({})).failures).toEqual([]);
  });
}

test('paragraphs that run both ways each read their own way, and bars stand where they begin', async ({
  launch,
  folder,
}, info) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const text = [
    'The spokesman said “المحادثات ستستمر” and left the pier at 12:30.',
    '',
    'قال المتحدث إن شركة North Pier Ltd ستبقى مغلقة حتى 2024.',
    '',
    '12:30 — אמר השר: "the pier is closed" והלך.',
    '',
    'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(12),
    '',
    '長'.repeat(300),
    '',
    'one\vtwo\fthree\u2028four\u0085five',
  ].join('\n');
  const { page, api, reader, stored, sourceId } = await open(attest, folder, {
    name: 'Both ways',
    text,
    language: null,
  });
  const content = (await api.sources.content({ sourceId })).text;
  expect(
    await reader.text
      .locator('[data-line]')
      .evaluateAll((lines) =>
        lines
          .filter(({ textContent }) => textContent !== '')
          .map((line) => getComputedStyle(line).direction),
      ),
  ).toEqual(
    content
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (/^(?:قال|12)/.test(line) ? 'rtl' : 'ltr')),
  );

  for (const words of [
    'المحادثات ستستمر',
    'North Pier Ltd',
    'the pier is closed',
    'closed" והלך',
  ]) {
    await reader.drag(words);
    await page.keyboard.press('h');
    await expect.poll(stored).toContain(words);
  }
  // The text of every line is as wide as its column: nothing long runs out of it.
  const tooWide = await reader.text
    .locator('[data-line]')
    .evaluateAll((lines) => lines.filter((line) => line.scrollWidth > line.clientWidth + 1).length);
  expect(tooWide).toBe(0);

  // Vertical tabs and their like: whatever became of them, what stands beside them is where it is.
  const bar = new FindBar(page);
  for (const words of ['two', 'four', 'five']) {
    await bar.find(words);
    await expect(bar.count).toHaveText('1 of 1');
    await page.keyboard.press('Escape');
    await expect.poll(() => reader.selected()).toBe(words);
    await page.keyboard.press('h');
    await expect.poll(stored).toContain(words);
  }
  const five = (await api.highlights.ofSource({ sourceId })).find(({ quote }) => quote === 'five');
  expect(five?.spans).toEqual([[content.length - 'five'.length, content.length]]);

  await expect.poll(() => reader.bars.count()).toBeGreaterThanOrEqual(3);
  await reader.frame();
  const path = info.outputPath('both-ways.png');
  await page.screenshot({ path });
  await info.attach('both ways', { path, contentType: 'image/png' });
});
