import { actorsCommand } from './actors.ts';
import { agreementCommand } from './agreement.ts';
import { attributeCommand } from './attribute.ts';
import { backupCommand } from './backup.ts';
import { blocksCommand } from './blocks.ts';
import { carryCommand } from './carry.ts';
import { claimsCommand } from './claims.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { exportCommand } from './export.ts';
import { gradeCommand } from './grade.ts';
import { highlightsCommand } from './highlights.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { linkCommand } from './link.ts';
import { markCommand } from './mark.ts';
import { mergeCommand } from './merge.ts';
import { laterCommands } from './not-yet.ts';
import { packCommand } from './pack.ts';
import { restoreCommand } from './restore.ts';
import { reviewCommand } from './review.ts';
import { sampleCommand } from './sample.ts';
import { searchCommand } from './search.ts';
import { sourcesCommand } from './sources.ts';
import { similarCommand } from './similar.ts';
import { suspiciousCommand } from './suspicious.ts';
import { tagsCommand } from './tags.ts';
import { textCommand } from './text.ts';
import { redoCommand, undoCommand } from './undo.ts';
import { verifyCommand } from './verify.ts';

/** Every command but `help`, in the order in which help lists them. */
export const commands: readonly Command[] = [
  initCommand,
  sampleCommand,
  importCommand,
  sourcesCommand,
  textCommand,
  blocksCommand,
  suspiciousCommand,
  compareCommand,
  carryCommand,
  markCommand,
  highlightsCommand,
  claimsCommand,
  actorsCommand,
  tagsCommand,
  attributeCommand,
  gradeCommand,
  linkCommand,
  searchCommand,
  similarCommand,
  packCommand,
  mergeCommand,
  reviewCommand,
  agreementCommand,
  exportCommand,
  undoCommand,
  redoCommand,
  historyCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  ...laterCommands,
];
