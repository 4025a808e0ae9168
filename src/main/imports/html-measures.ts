import type { PageContainer } from './html-containers.ts';
import type { PageBlock, PageText } from './html-text.ts';

const leastProse = 80;

/** Fills in what stands in each container: the lengths of its text, its links and its sentences. */
export function measureContainers({ text, blocks, containers }: PageText): void {
  for (const block of blocks) {
    const container = containers[block.container];
    if (container === undefined) continue;
    container.textLength += block.end - block.start;
    container.linkLength += block.linkLength;
    container.blockCount += 1;
    if (isProseBlock(text, block)) container.proseLength += block.end - block.start;
  }
  for (let index = containers.length - 1; index > 0; index -= 1) {
    const container = containers[index];
    const parent = containers[container?.parent ?? 0];
    if (container === undefined || parent === undefined) continue;
    parent.textLength += container.textLength;
    parent.linkLength += container.linkLength;
    parent.blockCount += container.blockCount;
    parent.proseLength += container.proseLength;
  }
}

/** Whether a block is a long one that is not a link and has the end of a sentence. */
export function isProseBlock(text: string, block: PageBlock): boolean {
  const { kind, start, end, linkLength } = block;
  if (kind === 'heading' || kind === 'table' || kind === 'caption') return false;
  const wide = isWide(text, block);
  if (end - start - linkLength < (wide ? leastProse / 2 : leastProse)) return false;
  return /[.!?。！？।؟]/.test(text.slice(start, end));
}

/** Whether a block is written in a script that says in one character what others say in two or three. */
export function isWide(text: string, { start }: PageBlock): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text.slice(start, start + 20));
}

/** The length of a block in UTF-16 code units. */
export function lengthOf(block: PageBlock | undefined): number {
  return block === undefined ? 0 : block.end - block.start;
}

/** For each container whether it is `outer` or stands in it. */
export function containersWithin(
  containers: readonly PageContainer[],
  outer: number,
): readonly boolean[] {
  const within: boolean[] = [];
  containers.forEach(({ parent }, index) => {
    within.push(index === outer || (within[parent] ?? false));
  });
  return within;
}

/** Adds to each container the amounts of the containers in it; `own` is a number for each container. */
export function sumUp(containers: readonly PageContainer[], own: readonly number[]): number[] {
  const sums = [...own];
  for (let index = containers.length - 1; index > 0; index -= 1) {
    const parent = containers[index]?.parent ?? 0;
    sums[parent] = (sums[parent] ?? 0) + (sums[index] ?? 0);
  }
  return sums;
}
