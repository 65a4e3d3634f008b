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

/** G-1: numbers are random. */
export async function insertNumbered(
  tx: TenantTransaction,
  make: (named: { readonly id: string; readonly number: string }) => Fresh,
  besides: (opened: Case) => Omit<Partial<Beginning>, 'events' | 'notices'>,
  administrators: readonly string[] = [],
): Promise<Fresh> {
  const number = caseNumber(Array.from({ length: 7 }, () => randomInt(2 ** 32) / 2 ** 32));
  const { case: case_, events } = make({ id: uuidv7(), number });
  const notices = events.flatMap((event) => noticesOf(event, case_, { administrators }));
  await tx.insertCase(case_, { events, notices, ...besides(case_) });
  return { case: case_, events };
}
