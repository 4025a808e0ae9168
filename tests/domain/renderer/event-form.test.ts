import { expect, test } from 'vitest';
import {
  eventDetail,
  eventFieldsOf,
  eventValues,
} from '../../../src/renderer/events/event-form.ts';
import type { Event } from '../../../src/shared/domain/events/event.ts';

test('says what tells events of one name apart', () => {
  expect(eventDetail({ date: '2021-05', place: 'Lima' })).toBe('2021-05, Lima');
  expect(eventDetail({ date: null, place: 'Lima' })).toBe('Lima');
  expect(eventDetail({ date: null, place: null })).toBe('');
});

test('takes blank fields for unknown and gives them back blank', () => {
  const event = { name: 'Vote', date: '2021', place: null, note: null } as Event;
  expect(eventFieldsOf(event, 'other')).toEqual({
    name: 'Vote',
    date: '2021',
    place: '',
    note: '',
  });
  expect(eventFieldsOf(null, 'other').name).toBe('other');
  expect(eventValues({ name: ' Vote ', date: ' ', place: 'Lima', note: ' ' })).toEqual({
    name: 'Vote',
    date: null,
    place: 'Lima',
    note: null,
  });
});
