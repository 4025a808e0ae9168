import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareHandling,
  highestHandling,
  isRestricted,
  parseHandling,
} from '../../../src/shared/domain/handling/handling.ts';

describe('a marking is read', () => {
  test.each([
    ['TLP:AMBER+STRICT', { scheme: 'tlp', rank: 3, text: 'TLP:AMBER+STRICT' }],
    ['tlp green', { scheme: 'tlp', rank: 1, text: 'tlp green' }],
    [
      'NATO SECRET//ATOMAL',
      {
        scheme: 'classification',
        owner: 'NATO',
        rank: 4,
        level: 'NATO SECRET',
        caveats: ['ATOMAL'],
        text: 'NATO SECRET//ATOMAL',
      },
    ],
    [
      'Embargoed until 2024-05-01',
      { scheme: 'embargo', until: '2024-05-01', text: 'Embargoed until 2024-05-01' },
    ],
    ['Ask Ana  first', { scheme: 'free', text: 'Ask Ana first' }],
    ['TLP:PURPLE', { scheme: 'free', text: 'TLP:PURPLE' }],
    ['The secret is out', { scheme: 'free', text: 'The secret is out' }],
  ])('%s', (written, handling) => {
    expect(parseHandling(written)).toEqual(handling);
  });
});

describe('markings are compared', () => {
  test.each([
    ['TLP:RED', 'TLP:AMBER+STRICT', 1],
    ['TLP:WHITE', 'TLP:CLEAR', 0],
    ['RESTRICTED', 'Top Secret', -1],
    ['OFFICIAL', 'OFFICIAL-SENSITIVE', -1],
    ['NATO SECRET', 'SECRET', null],
    ['TLP:RED', 'SECRET', null],
    ['Embargo until 2024-05-02', 'Embargo: 2024-05-01', 1],
    ['ask ana', 'Ask Ana', 0],
    ['ask ana', 'ask ben', null],
  ])('%s and %s', (a, b, sign) => {
    const compared = compareHandling(parseHandling(a), parseHandling(b));
    expect(compared === null ? null : Math.sign(compared)).toBe(sign);
  });
});

describe('the marking of an export', () => {
  test.each([
    ['none', [null, null], null],
    ['the strictest', ['TLP:GREEN', null, 'TLP:RED', 'TLP:AMBER'], 'TLP:RED'],
    [
      'one of each scheme',
      ['Ask Ana', 'TLP:GREEN', 'SECRET', 'Embargo until 2024-05-01', 'CONFIDENTIAL'],
      'SECRET | TLP:GREEN | Embargo until 2024-05-01 | Ask Ana',
    ],
    ['every caveat', ['SECRET//NOFORN', 'TOP SECRET//SI', 'SECRET'], 'TOP SECRET//NOFORN//SI'],
    ['of a summary that has several', ['SECRET | TLP:RED', 'TLP:GREEN'], 'SECRET | TLP:RED'],
    ['each free text once', ['Ask Ana', 'Ask Ben', 'Ask Ana'], 'Ask Ana | Ask Ben'],
  ])('%s', (_, markings, highest) => {
    expect(highestHandling(markings)).toBe(highest);
  });

  test('is the same in any order and of any parts', () => {
    const marking = fc.constantFrom(
      'TLP:RED',
      'tlp:green',
      'TLP:CLEAR',
      'SECRET//NOFORN',
      'Secret',
      'TOP SECRET//SI',
      'NATO SECRET',
      'Embargo until 2024-05-01',
      'Embargoed: 2025-01-01',
      'Ask Ana',
      'ask ana',
      'Ask Ben',
    );
    const list = fc.array(fc.option(marking), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const whole = highestHandling([...a, ...b]);
        expect(highestHandling([...b, ...a])).toBe(whole);
        expect(highestHandling([highestHandling(a), highestHandling(b)])).toBe(whole);
      }),
    );
  });
});

test.each([
  [null, false],
  ['TLP:CLEAR', false],
  ['UNCLASSIFIED', false],
  ['UNCLASSIFIED//NOFORN', true],
  ['TLP:CLEAR | OFFICIAL', true],
  ['Ask Ana', true],
])('whether %s restricts anything: %s', (marking, restricted) => {
  expect(isRestricted(marking)).toBe(restricted);
});
