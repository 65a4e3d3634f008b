import type { Handlers } from '../contract.ts';
import { auditHandlers } from './audit.ts';
import { caseHandlers } from './cases.ts';
import { changeHandlers } from './changes.ts';
import { channelHandlers } from './channels.ts';
import { deliveryHandlers } from './deliveries.ts';
import { deskHandlers } from './desk.ts';
import { draftHandlers } from './drafts.ts';
import { exportHandlers } from './exports.ts';
import { fileHandlers } from './files.ts';
import { machineHandlers } from './machines.ts';
import { monitoringHandlers } from './monitoring.ts';
import { operatorHandlers } from './operator.ts';
import { organisationHandlers } from './organisation.ts';
import { outageHandlers } from './outages.ts';
import { packHandlers } from './packs.ts';
import { partnerHandlers } from './partners.ts';
import { personHandlers } from './person.ts';
import { replyHandlers } from './replies.ts';
import { reportHandlers } from './reports.ts';
import { roomHandlers } from './rooms.ts';
import { setUpHandlers } from './setup.ts';
import { webhookHandlers } from './webhooks.ts';

/** What answers each row of the contract, but for the document that describes them all. */
export const handlers: Omit<Handlers, 'getOpenApi'> = {
  ...personHandlers,
  ...channelHandlers,
  ...deskHandlers,
  ...deliveryHandlers,
  ...organisationHandlers,
  ...draftHandlers,
  ...caseHandlers,
  ...changeHandlers,
  ...exportHandlers,
  ...fileHandlers,
  ...auditHandlers,
  ...machineHandlers,
  ...monitoringHandlers,
  ...webhookHandlers,
  ...operatorHandlers,
  ...setUpHandlers,
  ...replyHandlers,
  ...roomHandlers,
  ...reportHandlers,
  ...outageHandlers,
  ...packHandlers,
  ...partnerHandlers,
};
