import type { ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';

const sampleLength = 600;
const shortestSample = 100;
const shortestSampleOfOneScript = 20;
const leastLead = 0.07;

// ISO 639-3, as the detector names them, to the shortest BCP 47 tag. Other languages are never stated.
const tags: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'cmn:zh spa:es eng:en rus:ru arb:ar ben:bn hin:hi por:pt ind:id jpn:ja fra:fr deu:de kor:ko tel:te vie:vi ' +
    'mar:mr ita:it tam:ta tur:tr urd:ur guj:gu pol:pl ukr:uk kan:kn mal:ml pes:fa mya:my swh:sw ron:ro pan:pa ' +
    'amh:am hau:ha nld:nl tha:th yor:yo uzn:uz npi:ne tgl:tl hun:hu azj:az sin:si ell:el ces:cs bel:be bul:bg ' +
    'swe:sv som:so kaz:kk srp:sr hrv:hr bos:bs heb:he kat:ka hye:hy khm:km lao:lo ori:or'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

// Letters of a close relative that the detector does not know: with them its answer is not certain.
const foreignLetters: Readonly<Record<string, RegExp>> = {
  swe: /[æøðþ]/i,
  ces: /[ľĺŕäô]/i,
  spa: /[çàèò]|l·l/i,
  bul: /[ѓќѕџјљњ]/i,
  deu: /[åøæ]/i,
  nld: /[êôû]/i,
  rus: /[іїєґўћђ]/i,
};

/** The BCP 47 tag of the language most of the text is written in, or null where that is not certain. */
export async function detectLanguage(
  text: string,
  blocks: readonly ParsedBlock[],
): Promise<string | null> {
  const sample = takeSample(text, blocks);
  if (sample.length < shortestSampleOfOneScript) return null;
  if (isEnglish(sample)) return 'en';
  if (isRussian(sample)) return 'ru';
  const { francAll } = await import('franc-min');
  const [best, second] = francAll(sample);
  if (best === undefined || foreignLetters[best[0]]?.test(sample) === true) return null;
  // A script of one language alone needs no lead over others, and no long sample.
  const isOnlyOne = second === undefined;
  if (!isOnlyOne && (sample.length < shortestSample || best[1] - second[1] < leastLead))
    return null;
  return tags[best[0]] ?? null;
}

// No other language has several of these among its commonest words.
const englishWords = new Set('the of and that with was from this which have has for'.split(' '));

/** A quick look that spares most texts the statistics. */
function isEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/[a-z']+/g) ?? [];
  const common = words.filter((word) => englishWords.has(word));
  const isFrequent = words.length >= 20 && common.length > 0.12 * words.length;
  return isFrequent && common.includes('the') && new Set(common).size >= 3;
}

/** Of the languages with these Cyrillic letters only Russian has no others; the statistics see Bulgarian near. */
function isRussian(sample: string): boolean {
  const letters = sample.match(/[а-яё]/gi)?.length ?? 0;
  if (letters < 80 || letters < 0.5 * sample.length || !/[ыэ]/i.test(sample)) return false;
  return !/[ґєіїўјљњћђџѓќѕәөүұқңғһҳҷӣӯӑӗ]/i.test(sample);
}

/** Words from the start of the first long blocks that are no boilerplate. */
function takeSample(text: string, blocks: readonly ParsedBlock[]): string {
  const parts: string[] = [];
  let length = 0;
  const content = blocks.filter(({ boilerplateRule }) => boilerplateRule === null);
  const long = content.filter(({ start, end }) => end - start >= 80);
  for (const { start, end } of long.length > 0 ? long : content) {
    if (length >= sampleLength) break;
    const part = text.slice(start, Math.min(end, start + sampleLength - length));
    parts.push(part);
    length += part.length;
  }
  return parts.join(' ').toWellFormed();
}
