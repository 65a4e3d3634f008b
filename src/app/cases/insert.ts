import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { caseNumber } from '../../domain/case/number.ts';
import type { Beginning, TenantTransaction } from '../ports.ts';
import { noticesOf } from './record.ts';

/** A case as it was just opened. */
export interface Fresh {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
}

/** G-1: numbers are random, so now and then one is taken; five in a row would be a fault of ours. */
export async function insertNumbered(
  tx: TenantTransaction,
  make: (named: { readonly id: string; readonly number: string }) => Fresh,
  besides: (opened: Case) => Omit<Partial<Beginning>, 'events' | 'notices'>,
  administrators: readonly string[] = [],
): Promise<Fresh> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const number = caseNumber(Array.from({ length: 7 }, () => randomInt(2 ** 32) / 2 ** 32));
    const { case: case_, events } = make({ id: uuidv7(), number });
    const notices = events.flatMap((event) => noticesOf(event, case_, { administrators }));
    if ((await tx.insertCase(case_, { events, notices, ...besides(case_) })) === 'numberTaken') continue;
    return { case: case_, events };
  }
  throw new Error('no free case number in five attempts');
}
