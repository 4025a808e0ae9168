import {
  credibilities,
  reliabilities,
  type Credibility,
  type Reliability,
} from '../../shared/domain/grades/grade.ts';
import { UsageError } from './command.ts';

/** A reliability as it was typed. */
export function checkedReliability(typed: string): Reliability {
  const found = reliabilities.find((value) => value === typed.trim().toUpperCase());
  if (found === undefined) throw new UsageError(`“${typed}” is no reliability; it is A to F.`);
  return found;
}

/** A credibility as it was typed. */
export function checkedCredibility(typed: string): Credibility {
  const found = credibilities.find((value) => String(value) === typed.trim());
  if (found === undefined) throw new UsageError(`“${typed}” is no credibility; it is 1 to 6.`);
  return found;
}
