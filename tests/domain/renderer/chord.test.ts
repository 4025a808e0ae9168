import { describe, expect, test } from 'vitest';
import {
  canonicalChord,
  chordsOf,
  type KeyPress,
} from '../../../src/renderer/app/commands/chord.ts';

function press(key: string, held: Partial<KeyPress> = {}, altGraph = false): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
    ...held,
  };
}

describe('a shortcut', () => {
  test.each([
    ['mod+K', 'mod+k'],
    ['shift+mod+z', 'mod+shift+z'],
    ['alt+ArrowDown', 'alt+arrowdown'],
    ['Esc', 'escape'],
    ['?', '?'],
    ['+', '+'],
    ['mod++', 'mod++'],
  ])('%s is written as %s', (shortcut, canonical) => {
    expect(canonicalChord(shortcut)).toBe(canonical);
  });
});

describe('a key press', () => {
  test('is Ctrl there and Cmd on a Mac', () => {
    expect(chordsOf(press('k', { ctrlKey: true }), false)).toEqual(['mod+k']);
    expect(chordsOf(press('k', { metaKey: true }), true)).toEqual(['mod+k']);
    expect(chordsOf(press('k', { ctrlKey: true }), true)).toEqual(['ctrl+k']);
    expect(chordsOf(press('k', { metaKey: true }), false)).toEqual([]);
  });

  test('keeps Shift with letters and leaves it out for signs that need it', () => {
    expect(chordsOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toEqual(['mod+shift+z']);
    expect(chordsOf(press('?', { shiftKey: true }), false)).toEqual(['shift+?', '?']);
  });

  test('with AltGr is the sign that it types', () => {
    const held = { ctrlKey: true, altKey: true };
    expect(chordsOf(press('[', held, true), false)).toEqual(['[']);
  });

  test('of another script is found by its place on the keyboard', () => {
    expect(chordsOf(press('р', { code: 'KeyH' }), false)).toEqual(['р', 'h']);
    expect(chordsOf(press('Я', { code: 'KeyZ', ctrlKey: true, shiftKey: true }), false)).toEqual([
      'mod+shift+я',
      'mod+shift+z',
    ]);
  });

  test('of a modifier alone is nothing', () => {
    expect(chordsOf(press('Shift', { shiftKey: true }), false)).toEqual([]);
    expect(chordsOf(press('Dead'), false)).toEqual([]);
  });
});
