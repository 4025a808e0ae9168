import { claimCommands } from '../../claims/claim-commands.ts';
import { exportCommands } from '../../exports/export-commands.ts';
import { boundaryCommands } from '../../highlights/boundary-commands.ts';
import { highlightCommands } from '../../highlights/highlight-commands.ts';
import { historyCommands } from '../../history/history-commands.ts';
import { adjudicationCommands } from '../../adjudications/adjudication-commands.ts';
import { layersCommands } from '../../layers/layers-commands.ts';
import { mergeCommands } from '../../merges/merge-commands.ts';
import { projectCommands } from '../../projects/project-commands.ts';
import { findCommands } from '../../reader/find-commands.ts';
import { comfortCommands } from '../../reader/comfort-commands.ts';
import { readerCommands } from '../../reader/reader-commands.ts';
import { readersCommands } from '../../reader/readers-commands.ts';
import { reviewCommands } from '../../reviews/review-commands.ts';
import { waitingCommands } from '../../reviews/waiting-commands.ts';
import { searchCommands } from '../../search/search-commands.ts';
import { sourceCommands } from '../../sources/source-commands.ts';
import { summaryCommands } from '../../summaries/summary-commands.ts';
import { versionCommands } from '../../versions/version-commands.ts';
import { tagCommands } from '../../tags/tag-commands.ts';
import type { Command } from './command.ts';
import { viewCommands } from './view-commands.ts';

/** The commands of every part of the window, put together. */
export const everyCommand: readonly Command[] = [
  // Their keys count only while what they are about is on the screen, and then before all others.
  ...mergeCommands,
  ...waitingCommands,
  ...adjudicationCommands,
  ...projectCommands,
  ...sourceCommands,
  ...versionCommands,
  ...readerCommands,
  ...findCommands,
  ...readersCommands,
  ...layersCommands,
  ...comfortCommands,
  ...highlightCommands,
  ...boundaryCommands,
  ...claimCommands,
  ...tagCommands,
  ...reviewCommands,
  ...summaryCommands,
  ...searchCommands,
  ...exportCommands,
  ...historyCommands,
  ...viewCommands,
];
