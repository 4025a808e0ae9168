import { Buffer } from 'node:buffer';

const sampleBytes = 1_000_000;
const sampleLines = 50;

/**
 * Whether a file is certainly markup as JSON lines, which lies beside articles in many a folder and would be taken for
 * one of them: by its name, and by a line that names a source and a place in it.
 */
export function holdsMarkup(bytes: Uint8Array, fileName: string): boolean {
  if (!/\.jsonl$/i.test(fileName)) return false;
  const start = Buffer.from(bytes.subarray(0, sampleBytes)).toString('utf8');
  return start.split('\n', sampleLines).some(isMarkupLine);
}

function isMarkupLine(line: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
  if (typeof value !== 'object' || value === null || !('source' in value)) return false;
  if (typeof value.source !== 'string') return false;
  return 'start' in value || 'spans' in value || ('type' in value && value.type === 'source');
}
