import type { Handlers } from '../contract.ts';
import { auditHandlers } from './audit.ts';
import { caseHandlers } from './cases.ts';
import { changeHandlers } from './changes.ts';
import { deskHandlers } from './desk.ts';
import { draftHandlers } from './drafts.ts';
import { fileHandlers } from './files.ts';
import { personHandlers } from './person.ts';

/** What answers each row of the contract, but for the document that describes them all. */
export const handlers: Omit<Handlers, 'getOpenApi'> = {
  ...personHandlers,
  ...deskHandlers,
  ...draftHandlers,
  ...caseHandlers,
  ...changeHandlers,
  ...fileHandlers,
  ...auditHandlers,
};
