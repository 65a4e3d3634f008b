import type { Action as BotAction } from '../bot/actions.ts';
import type { Action, GeneralAction } from '../src/domain/access/policy.ts';

/** Rows of the policy that decide, or why none does. */
export type Who = readonly (Action | GeneralAction | 'open')[] | string;

const own = 'everybody signed in: what is theirs alone';

/** Who may use an operation of the API that names no row of the policy itself. */
export const operationsWithoutRow: Readonly<Record<string, Who>> = {
  getMe: own,
  getProfile: own,
  changeProfile: own,
  confirmAddress: own,
  sendCodeAgain: own,
  exportOwnData: own,
  getMicrosoftProfile: 'everybody signed in: what Microsoft says of themselves',
  listDrafts: own,
  getDraft: own,
  saveDraft: own,
  removeDraft: own,
  upload: 'everybody signed in; for a case, whoever may `view` it',
  removeUpload: own,
  readList: own,
  correctList: own,
  listCases:
    'by list: `mine`, `waitingOnMe` – everybody signed in, their own; `company`, `followed` – `seeCompany`; the desk’s lists – `seeQueue`',
  exportCases: 'by list, as `listCases`',
  exportDrafts: own,
  changeCases: 'each case by the row of its command',
  getCatalogue: 'everybody signed in',
  listEngineers: 'engineers and leads of that desk',
  listCustomers: 'everybody signed in: whom they may act for',
  getHealth: 'whoever may create cases at the desk',
  followOutage: 'whoever may create cases at its desk, for themselves',
  unfollowOutage: 'whoever may create cases at its desk, for themselves',
  giveFeedback: 'everybody signed in; on a case, `giveFeedback`',
  listPacks: 'members of a customer, what they bought or may use; `managePacks` – all of the desk’s',
  namePackPeople: 'the account that bought the pack',
  findPackPeople: 'members of a customer, of their own organisation; `managePacks` – of any customer',
  listPackRecoveries: 'members of a customer, their own; `managePacks` – those that wait',
  listPartners: 'partners’ technicians, what is on record of their own organisation; `managePartners` – of every partner',
  recoverPack: 'members of a customer who know the order confirmation number; `managePacks` decides',
  getCustomerBoard: 'a partner’s people: the customers that they may act for',
  exportCustomerBoard: 'as `getCustomerBoard`',
  getOpenApi: 'anybody',
};

/** Routes that are no row of the contract, as the server names them. */
export const otherRoutes: Readonly<Record<string, { readonly who: string; readonly proof: string }>> = {
  'POST /api/messages': {
    who: 'Bot Framework alone: its signed token, and an address of Teams’ own to answer at',
    proof: 'F-26 refuses %s with 401 and no word, and calls nobody',
  },
  'GET /sign-in': { who: 'anybody; leads to Entra', proof: 'ID-1 Entra is asked for a code, with PKCE' },
  'GET /sign-in/callback': { who: 'whoever began it in the same browser', proof: 'F-26 a state that is not this browser’s is refused' },
  'GET /session': {
    who: 'the browser that has the session’s cookie: whether there is one',
    proof: 'F-26 a key with any letter changed opens nothing',
  },
  'POST /sign-out': { who: 'the desk’s own pages', proof: 'ID-1 ends at sign-out, also for whoever copied its cookie' },
  'GET /consent': { who: 'anybody; leads to Entra, and signs nobody in', proof: 'ID-4 agreeing signs nobody in' },
  'GET /consent/callback': { who: 'whoever began it in the same browser', proof: 'ID-4 agreeing signs nobody in' },
  'GET /contact/:token': { who: 'whoever has the link of a letter', proof: 'G-11 looking at a link changes nothing' },
  'POST /contact/:token': { who: 'whoever has the link of a letter, once', proof: 'G-11 agreeing or refusing is one press' },
  'GET /unsubscribe/:token': { who: 'whoever has the link of a mail', proof: 'G-11 looking at the page changes nothing' },
  'POST /unsubscribe/:token': {
    who: 'whoever has the link of a mail: stops such mail, or starts it again',
    proof: 'G-11 looking at the page changes nothing',
  },
  'GET /metrics': {
    who: 'a program on this machine, or whoever has the token',
    proof: 'F-35 without a token this machine alone is answered',
  },
  'GET /healthz': { who: 'anybody: that the process lives', proof: 'F-10 a database that does not answer is 503' },
  'GET /readyz': { who: 'anybody: that the database answers', proof: 'F-10 a database that does not answer is 503' },
  'GET /': { who: 'anybody; leads to the page', proof: 'the front door leads to the tab' },
  'GET /tab': { who: 'anybody; leads to the page', proof: 'the front door leads to the tab' },
  'GET /tab/*': { who: 'anybody: the page, without any data', proof: 'the tab’s page is framed by its hosts alone' },
  'GET /case/:number': { who: 'anybody; leads to the page, and looks nothing up', proof: 'G-14 a link to a case leads to it in the tab' },
  'GET /api/docs': { who: 'anybody: the API document as a page', proof: 'the API document can be read in a browser' },
};

/** Who may do what a button or a word asks the bot for, and the test that proves it, by the beginning of its title. */
export const botActions: Readonly<Record<BotAction['do'], { readonly who: Who; readonly proof: string }>> = {
  home: { who: 'everybody the desk knows', proof: 'PN-2 answers %s with the home card' },
  create: { who: ['open'], proof: 'PN-1 an engineer who asks to create a case is told at once who may' },
  begin: { who: ['open'], proof: 'F-30 a person of another tenant %s is refused' },
  byDomain: { who: ['open'], proof: 'CS-3 only Azure, only partners’ technicians' },
  beginByDomain: { who: ['open'], proof: 'CS-3 a domain that is' },
  endSelfHelp: { who: ['open'], proof: 'CS-10 self-help' },
  correct: { who: ['correct'], proof: 'PN-13 in the chat a rejected order is corrected' },
  drafts: { who: own, proof: 'F-28 another person’s draft is not there' },
  draft: { who: own, proof: 'F-28 another person’s draft is not there' },
  keepDraft: { who: own, proof: 'F-28 another person’s draft is not there' },
  sendDraft: { who: ['open'], proof: 'F-28 another person’s draft is not there' },
  dropDraft: { who: own, proof: 'F-28 another person’s draft is not there' },
  list: { who: 'by list, as `listCases`', proof: 'G-4 the new case is in my cases and in company cases' },
  rooms: { who: 'as `listRooms`', proof: 'RM-2 the card of room health shows what is out of order, and to each their own' },
  reports: { who: ['seeReports'], proof: 'G-9 in the chat reports' },
  transfer: { who: ['transferCases'], proof: 'G-17 in the chat an administrator' },
  search: { who: 'as `listCases`, the widest list they have', proof: 'F-28 another tenant’s case is not there' },
  case: { who: ['view'], proof: 'F-28 another tenant’s case is not there' },
  number: { who: ['view'], proof: 'F-28 another tenant’s case is not there' },
  timeline: { who: ['view'], proof: 'F-28 another tenant’s case is not there' },
  more: { who: ['view'], proof: 'F-28 another tenant’s case is not there' },
  write: { who: 'by the row of its command', proof: 'G-9 a step that is not this person’s is refused as such' },
  insertReply: { who: 'engineers and leads of the case’s desk', proof: 'AG-3 in the chat' },
  change: { who: 'by the row of its command', proof: 'F-28 another tenant’s case is not there' },
  followOutage: { who: 'as `followOutage` of the API', proof: 'CS-12 known problems come before the form' },
  feedback: { who: 'everybody the desk knows; on a case, `giveFeedback`', proof: 'G-20 feedback says who can read it' },
  giveFeedback: { who: 'everybody the desk knows; on a case, `giveFeedback`', proof: 'F-2 feedback sent twice at once is recorded once' },
  profile: { who: own, proof: 'G-14 somebody else presses the same card and sees what is theirs' },
  confirmAddress: { who: own, proof: 'PN-15' },
  sendCode: { who: own, proof: 'PN-15' },
  keepAddress: { who: own, proof: 'PN-15' },
  choices: { who: own, proof: 'PN-15 in the chat one sees' },
  saveChoices: { who: own, proof: 'PN-15 in the chat one sees' },
  language: { who: own, proof: 'G-13 each reader is answered in their own language' },
  speak: { who: own, proof: 'G-13 each reader is answered in their own language' },
  post: {
    who: 'whoever may `view` sees the case; anybody else in the channel what is posted there',
    proof: 'G-14 a channel’s post shows what is in the case to those who may see it',
  },
  shared: {
    who: 'whoever may `view` sees the case; anybody else the number that the card names',
    proof: 'G-14 a shared card shows its case to whoever may see it',
  },
  subscribe: { who: ['subscribeChannel'], proof: 'G-9 who may subscribe a channel' },
  saveSubscription: { who: ['subscribeChannel'], proof: 'G-9 who may subscribe a channel' },
  unsubscribe: { who: ['subscribeChannel'], proof: 'G-9 who may subscribe a channel' },
  dropSubscription: { who: ['subscribeChannel'], proof: 'G-9 who may subscribe a channel' },
  unknown: { who: 'everybody the desk knows; does nothing', proof: 'words that mean nothing end in home' },
};
