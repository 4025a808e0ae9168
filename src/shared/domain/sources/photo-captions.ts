import type { ParsedBlock } from './parsed-source.ts';

const longestCaption = 700;

const label =
  /^(file photo|photos?|image|picture|photograph|pictured|foto|archivfoto|bild|imagen|imagem|fotografía|фото|사진|写真|图片|图为)\s*[:：]\s*\S/i;

const agencies =
  'reuters|ap(?: photo)?|associated press|afp|epa(?:-efe)?|efe|dpa|ansa|tass|sputnik|ria novosti|xinhua|kyodo|jiji|yonhap|newsis|kcna|bloomberg|getty(?: images)?|istock|shutterstock|alamy|123rf|adobe stock|unsplash|wikimedia commons|flickr|pti|ani|imago|zuma press|sipa|magnum|corbis|cnp|upi|pool|handout|courtesy|file(?: photo)?|screenshot|screengrab|연합뉴스|뉴시스|新华社|共同社|時事';

const credit = new RegExp(
  `[([](?:(?:photo|image|picture|photograph|foto|graphic|illustration|credit|source|video)s?\\b[^()[\\]]{0,80}|(?:[^()[\\]]{0,60}[/,|–—-]\\s*|[^()[\\]]{0,40}\\b(?:via|by)\\s+)?(?:${agencies})(?:\\s*(?:[/,|–—-]|via)[^()[\\]]{0,60})?)[)\\]]$`,
  'i',
);

const slashCredit =
  /(?:^|[.\s])(?:REUTERS|AFP|AP|EPA|Reuters)\/[\p{L}][\p{L} .'’-]{2,40}(?:\/(?:File Photo|Pool|Handout|File))*\.?$/u;

/**
 * Gives the kind `caption` to paragraphs that describe a picture: those with a label ("File photo:") or a photo
 * credit at their end ("(REUTERS)"), or that are printed twice in a row with any credit in brackets. A last
 * paragraph with a mere agency in brackets is not one of them: there the agency signs the article.
 */
export function markCaptions(text: string, blocks: readonly ParsedBlock[]): readonly ParsedBlock[] {
  const last = blocks.findLastIndex(({ end, start }) => end - start > 60);
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || block.end - block.start > longestCaption) return block;
    const words = text.slice(block.start, block.end);
    const repeated =
      words === textOf(text, blocks[index - 1]) || words === textOf(text, blocks[index + 1]);
    const isCaption =
      label.test(words) ||
      slashCredit.test(words) ||
      (repeated && /\S\s+\([^()]{2,60}\)$/.test(words)) ||
      (index !== last && words.length > 20 && credit.test(words.slice(-140)));
    return isCaption ? { ...block, kind: 'caption' } : block;
  });
}

function textOf(text: string, block: ParsedBlock | undefined): string | null {
  if (block === undefined || block.end - block.start > longestCaption) return null;
  return text.slice(block.start, block.end);
}
