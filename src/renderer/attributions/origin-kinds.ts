/** Usual kinds of origins; any other may be typed. */
export const originKinds = [
  'statement',
  'readout',
  'interview',
  'press briefing',
  'report',
  'utterance',
  'document',
  'social media post',
] as const;
