import { mailRules } from './boilerplate-rules.ts';
import type { ParsedBlock } from './parsed-source.ts';

const attribution =
  /^(?:>\s*)?(?:on\b[\s\S]{5,200}\bwrote|le\b[\s\S]{5,200}\ba écrit|am\b[\s\S]{5,200}\bschrieb\b[^:]{0,120}|el\b[\s\S]{5,200}\bescribió|em\b[\s\S]{5,200}\bescreveu|il\b[\s\S]{5,200}\bha scritto|op\b[\s\S]{5,200}\bschreef\b[^:]{0,120}|[\s\S]{2,160}\b(?:wrote|writes|said|schrieb|schreef|a écrit|escribió|escreveu|ha scritto|пишет|писала?|написала?(?:\(а\))?))\s*:\s*$/i;
const originalMessage =
  /^[-_\s]*(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|исходное сообщение)[-_\s]*$/i;
const listFooter =
  /^(?:_{20,}|-{20,}|={20,})(?:\s|$)[\s\S]*|^(?:to (?:un)?subscribe\b|you (?:are receiving|(?:have )?received) this (?:e-?mail|message|because)|unsubscribe\b|this (?:e-?mail|message) (?:was sent|is intended|and any attachments?)\b|(?:click here|follow this link) to unsubscribe|sent from my \w+|get outlook for \w+)/i;
const aboutList =
  /\b(?:mailing list|unsubscribe|listinfo|yahoo! groups?|sponsor|confidential|e-?mail)\b/i;

/**
 * Marks what every mail carries around its words: signatures, quoted mails that it answers, notes of mailing lists.
 * A mail that is nothing but a quotation keeps it.
 */
export function findMailFurniture(
  text: string,
  blocks: readonly ParsedBlock[],
): readonly ParsedBlock[] {
  const rules = blocks.map((block) => block.boilerplateRule);
  const words = blocks.map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
  markSignature(words, blocks, rules);
  markOriginal(words, rules);
  markFooter(words, rules);
  const quoted = markQuotations(words, blocks, rules);
  const isAllFolded = rules.every((rule) => rule !== null);
  return blocks.map((block, index) => {
    const isKept = isAllFolded && quoted.has(index);
    return { ...block, boilerplateRule: isKept ? null : (rules[index] ?? null) };
  });
}

type Rules = (string | null)[];

/** From a line of two dashes (RFC 3676) to the end, or to what is quoted below. */
function markSignature(
  words: readonly string[],
  blocks: readonly ParsedBlock[],
  rules: Rules,
): void {
  const start = words.findLastIndex((line) => /^(?:--|—)\s*(?:\n|$)/.test(line));
  if (start === -1) return;
  for (let index = start; index < blocks.length; index += 1) {
    const line = words[index] ?? '';
    if (blocks[index]?.kind === 'quotation' || originalMessage.test(line)) return;
    if (index > start && attribution.test(line)) return;
    rules[index] ??= mailRules.signature.id;
  }
}

/** The mail that is answered, printed whole below a line that says so, as some programs do. */
function markOriginal(words: readonly string[], rules: Rules): void {
  const start = words.findIndex((line) => originalMessage.test(line));
  if (start === -1) return;
  for (let index = start; index < words.length; index += 1) rules[index] ??= mailRules.original.id;
}

function markFooter(words: readonly string[], rules: Rules): void {
  for (let index = words.length - 1; index >= Math.max(0, words.length - 12); index -= 1) {
    const line = words[index] ?? '';
    if (!listFooter.test(line)) continue;
    const rest = words.slice(index).join('\n');
    if (/^[_=-]{20,}/.test(line) && !aboutList.test(rest)) continue;
    for (let after = index; after < words.length; after += 1) {
      rules[after] ??= mailRules.footer.id;
    }
  }
}

/** Quoted lines with the line above that says whose they are. */
function markQuotations(
  words: readonly string[],
  blocks: readonly ParsedBlock[],
  rules: Rules,
): ReadonlySet<number> {
  const quoted = new Set<number>();
  blocks.forEach(({ kind }, index) => {
    if (kind !== 'quotation' || rules[index] !== null) return;
    if (words[index]?.startsWith('>') !== true && !isAttributed(words, blocks, index)) return;
    quoted.add(index);
    rules[index] = mailRules.quotation.id;
    if (rules[index - 1] === null && attribution.test(words[index - 1] ?? '')) {
      quoted.add(index - 1);
      rules[index - 1] = mailRules.quotation.id;
    }
  });
  return quoted;
}

/** Whether a line such as “… wrote:” stands above a run of quotations, as HTML mails have it. */
function isAttributed(
  words: readonly string[],
  blocks: readonly ParsedBlock[],
  index: number,
): boolean {
  let above = index - 1;
  while (blocks[above]?.kind === 'quotation') above -= 1;
  return attribution.test(words[above] ?? '');
}
