import {
  chainText,
  jointActors,
  originText,
  ownVoiceText,
  speakerText,
} from '../attributions/chain-text.ts';
import { highestHandling } from '../handling/handling.ts';
import { envelope, formatSpans } from '../highlights/span.ts';
import type { LinkSnapshot, MarkSnapshot } from './project-snapshot.ts';

/** The columns of the table of mentions, in their order. */
export const mentionColumns = [
  'claim_id',
  'statement',
  'kind',
  'status',
  'event',
  'event_date',
  'stated_date',
  'tags',
  'quote',
  'stance',
  'source_title',
  'outlet',
  'byline',
  'published',
  'url',
  'speaker',
  'speaker_role',
  'form',
  'cue',
  'via',
  'attribution',
  'origin',
  'origin_count',
  'contradicted_by',
  'reliability',
  'reliability_reason',
  'credibility',
  'credibility_reason',
  'claim_credibility',
  'handling',
  'note',
  'analyst',
  'verdict',
  'verdict_by',
  'verdict_reason',
  'marked_at',
  'spans',
  'start',
  'end',
  'before',
  'after',
  'source_id',
  'highlight_id',
  'text_sha256',
] as const;

/** What stands between several values of one cell. */
export const cellJoint = ' | ';
