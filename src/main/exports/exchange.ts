import { AttestError } from '../../shared/contract/errors.ts';
import type { ExchangeApi } from '../../shared/contract/exchange.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { ServiceContext } from '../service-context.ts';

/** Markup in; markup, tables and reports out. */
export function createExchange(_context: ServiceContext): Handlers<ExchangeApi> {
  const notYet = (): never => {
    throw new AttestError('not-allowed', 'Exports are being written.');
  };
  return { exportToFile: notYet, importMarkup: notYet };
}
