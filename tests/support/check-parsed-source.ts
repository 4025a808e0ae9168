import type { ParsedSource, ParseResult } from '../../src/shared/domain/sources/parsed-source.ts';
import { describeBoilerplateRule } from '../../src/shared/domain/sources/boilerplate-rules.ts';
import { maximumTextLength } from '../../src/shared/domain/sources/parsed-source.ts';

/** What is wrong with what an importer gave, one line each; nothing where all that must hold holds. */
export function parseResultProblems(result: ParseResult): readonly string[] {
  return 'source' in result ? sourceProblems(result.source) : sentenceProblems(result.problem);
}

/** A problem is one sentence for people: no stack, no path, nothing of a library. */
function sentenceProblems(problem: string): readonly string[] {
  return [
    ...(/^[\p{Lu}“][^\n]{8,300}\.$/u.test(problem) ? [] : ['is no sentence']),
    ...(/\bat \S+:\d|node_modules|Error:|undefined|\[object|NaN|\/(?:tmp|home|usr|work)\//.test(
      problem,
    )
      ? ['shows what is inside']
      : []),
  ].map((what) => `the problem ${what}: ${problem}`);
}

function sourceProblems(source: ParsedSource): readonly string[] {
  const { text, blocks, metadata } = source;
  const problems: string[] = [];
  const check = (holds: boolean, what: string): void => void (holds || problems.push(what));
  check(text.isWellFormed(), 'the text holds half of a surrogate pair');
  check(!/[\0\r]/.test(text), 'the text holds NUL or a carriage return');
  check(text.length <= maximumTextLength, 'the text is too long');
  check(blocks.length > 0, 'there is no block');
  let end = 0;
  let page = 1;
  for (const block of blocks) {
    const content = text.slice(block.start, block.end);
    const at = `the block at ${block.start}`;
    check(
      block.start >= end && block.end > block.start && block.end <= text.length,
      `${at} overlaps or ends outside`,
    );
    check(content.trim() === content, `${at} begins or ends with white space`);
    check(text.slice(end, block.start).trim() === '', `text before ${at} is in no block`);
    check(
      block.level === null || (block.level >= 1 && Number.isInteger(block.level)),
      `${at} has the level ${block.level}`,
    );
    if (block.boilerplateRule !== null) {
      const sentence = describeBoilerplateRule(block.boilerplateRule);
      check(
        sentence !== describeBoilerplateRule('no such rule'),
        `${at} has a rule without a sentence`,
      );
    }
    if (block.page !== undefined)
      check(Number.isInteger(block.page) && block.page >= 1, `${at} has the page ${block.page}`);
    page = Math.max(page, block.page ?? 1);
    end = block.end;
  }
  check(text.slice(end).trim() === '', 'text after the last block is in no block');
  for (const range of source.inlineRanges ?? []) {
    check(
      range.start >= 0 && range.end > range.start && range.end <= text.length,
      'an inline range ends outside',
    );
  }
  for (const value of Object.values(metadata)) {
    check(
      value === null || (value !== '' && value.isWellFormed() && !/[\0\n\r]/.test(value)),
      `a value of the metadata is odd: ${JSON.stringify(value)}`,
    );
  }
  for (const { index } of source.replacements)
    check(text[index] === '\ufffd', 'a replacement is not in the text');
  return problems;
}
