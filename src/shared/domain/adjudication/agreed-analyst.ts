import type { Analyst } from '../analyst.ts';
import type { AnalystId } from '../ids.ts';

/** The analyst whose marks are the agreed layer: one for all projects, so that the layers of two adjudicators meet in a merge. */
export const agreedAnalyst: Analyst = {
  id: 'd9060f01-34ff-5b27-96b2-18b572e035fd' as AnalystId,
  name: 'Agreed',
  initials: 'AG',
  colour: 7,
};
