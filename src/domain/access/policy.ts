import type { DeskId } from '../catalogue/desk.ts';
import type { ActsBy, Role } from './principal.ts';

/** How a person stands to one case. Worked out in `authorize.ts`, after the tenant gate. */
export type Standing = 'requester' | 'partner' | 'ticketManager' | 'tenantAdministrator' | 'engineer' | 'deskLead';

export const actions = [
  'view',
  'comment',
  'note',
  'ask',
  'logCall',
  'take',
  'assign',
  'unassign',
  'resolve',
  'cancel',
  'closeUnresolved',
  'reopen',
  'giveFeedback',
  'follow',
  'unfollow',
  'edit',
  'escalate',
  'transfer',
  'takeOver',
  'move',
  'changeSeverity',
  'merge',
  'linkOutage',
  'unlinkOutage',
  'markImproper',
  'unmarkImproper',
  'setStage',
  'correct',
  'defineProblem',
  'proposeSolution',
  'proposeSplit',
  'answerDefinition',
  'answerSolution',
  'answerSplit',
  'askToClose',
  'changeWork',
] as const;
export type Action = (typeof actions)[number];

const requestersSide = ['requester', 'partner', 'ticketManager', 'tenantAdministrator'] as const satisfies readonly Standing[];
const theDesk = ['engineer', 'deskLead'] as const satisfies readonly Standing[];
/** G-17: colleagues who see a case that is not their own; whoever opened it hears anyway. */
const colleagues = ['ticketManager', 'tenantAdministrator'] as const satisfies readonly Standing[];
const everyone = [...requestersSide, ...theDesk] as const;

/** What holds at every desk but for who closes. */
const everywhere = {
  view: everyone,
  comment: everyone,
  note: theDesk,
  ask: theDesk,
  logCall: [],
  take: theDesk,
  assign: theDesk,
  unassign: theDesk,
  closeUnresolved: theDesk,
  reopen: everyone,
  giveFeedback: ['requester'],
  follow: colleagues,
  unfollow: colleagues,
  edit: requestersSide,
  escalate: requestersSide,
  transfer: ['tenantAdministrator'],
  takeOver: ['tenantAdministrator'],
  move: theDesk,
  changeSeverity: theDesk,
  merge: theDesk,
  linkOutage: theDesk,
  unlinkOutage: theDesk,
  markImproper: [],
  // A mark stays on a case that was moved to another desk.
  unmarkImproper: theDesk,
  setStage: theDesk,
  correct: [],
  defineProblem: [],
  proposeSolution: [],
  proposeSplit: [],
  answerDefinition: [],
  answerSolution: [],
  answerSplit: [],
  askToClose: [],
  changeWork: [],
} as const satisfies Partial<Record<Action, readonly Standing[]>>;

const managers = ['partner', ...colleagues, ...theDesk] as const;

/**
 * G-9: who may do what, action × desk × standing. The bot, the tab and the API read it through `authorize.ts`.
 * Another tenant's person never gets as far as this table.
 */
export const policy: Readonly<Record<DeskId, Readonly<Record<Action, readonly Standing[]>>>> = {
  // PN-1: nobody acts for another here.
  phoneNumbers: { ...everywhere, resolve: everyone, cancel: everyone, correct: ['requester', ...colleagues] },
  // RM-1: what is critical is always so.
  rooms: { ...everywhere, resolve: managers, cancel: managers, changeSeverity: [] },
  // CS-8, CS-10.
  cloudServices: { ...everywhere, resolve: everyone, cancel: everyone, logCall: theDesk, markImproper: theDesk },
  // PS-6: the requester asks, an engineer confirms.
  professionalSupport: {
    ...everywhere,
    resolve: theDesk,
    cancel: theDesk,
    logCall: theDesk,
    defineProblem: theDesk,
    answerDefinition: ['requester'],
    proposeSolution: theDesk,
    answerSolution: ['requester'],
    // PS-1: whose packs it takes from, and the desk.
    proposeSplit: ['requester', ...theDesk],
    answerSplit: ['requester', ...theDesk],
    askToClose: requestersSide,
    changeWork: requestersSide,
  },
};

export interface OpeningRow {
  /** Who opens a case of their own organisation's. */
  readonly roles: readonly Role[];
  /** `null`: nobody for another organisation. */
  readonly onBehalfOf: ActsBy | null;
}

/**
 * Who opens a case, desk × role, and by which right for another organisation. PN-1: at the phone-number desk persons of the same
 * tenant only, partner or not; guests are not of the tenant. CS-1, CS-6: partners, for their customers and for themselves.
 */
export const opening: Readonly<Record<DeskId, OpeningRow>> = {
  phoneNumbers: { roles: ['member'], onBehalfOf: null },
  rooms: { roles: ['member'], onBehalfOf: 'assignedRooms' },
  cloudServices: { roles: ['partnerTechnician'], onBehalfOf: 'delegatedRelationship' },
  professionalSupport: { roles: ['member'], onBehalfOf: null },
};

/** What a person may do without a case at hand, action × role. Opening and the queue also ask for the desk. */
export const general = {
  seeCompany: ['ticketManager', 'tenantAdministrator'],
  seeCustomers: ['partnerTechnician'],
  seeQueue: ['engineer', 'deskLead'],
  seeReports: ['ticketManager', 'tenantAdministrator', 'engineer', 'deskLead'],
  seeDeliveries: ['engineer', 'deskLead'],
  readFeedback: ['tenantAdministrator'],
  exportAudit: ['tenantAdministrator'],
  manageTenants: ['deskLead'],
  manageMachines: ['tenantAdministrator'],
  manageWebhooks: ['tenantAdministrator'],
  checkSetUp: ['deskLead'],
  manageGrants: ['tenantAdministrator'],
  setRules: ['tenantAdministrator'],
  exportPerson: ['tenantAdministrator'],
  erasePerson: ['tenantAdministrator'],
  transferCases: ['tenantAdministrator'],
  workOutages: ['engineer', 'deskLead'],
  useReplies: ['engineer', 'deskLead'],
  writeReplies: ['deskLead'],
  seeRooms: ['member', 'engineer', 'deskLead'],
  manageRooms: ['ticketManager', 'tenantAdministrator'],
  assignRooms: ['tenantAdministrator'],
  managePacks: ['deskLead'],
  managePartners: ['deskLead'],
  subscribeChannel: ['ticketManager', 'tenantAdministrator', 'engineer', 'deskLead'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type GeneralAction = keyof typeof general;

/** CS-11: what is of one desk alone, and nowhere where that one is not offered. */
export const deskOf: Readonly<Partial<Record<GeneralAction, DeskId>>> = {
  seeRooms: 'rooms',
  manageRooms: 'rooms',
  assignRooms: 'rooms',
  managePacks: 'professionalSupport',
  seeCustomers: 'cloudServices',
  managePartners: 'cloudServices',
};

/** Whose an action is alone, at every desk that has it; `undefined` where somebody of a customer's own organisation may. */
export function whoseAlone(action: Action | GeneralAction | 'open'): 'deskLead' | 'engineer' | 'partnerTechnician' | undefined {
  const roles: readonly (Role | Standing)[] = Object.hasOwn(general, action)
    ? general[action as GeneralAction]
    : Object.values(policy).flatMap((desk) => desk[action as Action] ?? []);
  if (roles.length === 0) return undefined;
  if (roles.every((role) => role === 'deskLead')) return 'deskLead';
  if (roles.every((role) => (theDesk as readonly string[]).includes(role))) return 'engineer';
  return roles.every((role) => role === 'partnerTechnician') ? 'partnerTechnician' : undefined;
}
