import type { TenantState } from '../../access/tenant.ts';
import type { Status } from '../../case/lifecycle.ts';
import type { Refusal, RefusedKind, WhyNot } from '../../errors.ts';
import { firstView } from './first-view.ts';

/** A refusal in words: what can't be done, why, and what to do instead. */
export const refusals = {
  ...firstView.refusals,
  titles: {
    notFound: 'Not found',
    notAllowed: 'You may not do this',
    invalid: 'Something has to be corrected',
    changed: 'The case has changed',
    outdated: 'This has changed',
    fileRefused: 'This file can’t be attached',
    illegalStep: 'Not possible now',
    tenantState: 'Not possible now',
    exportFirst: 'Export first',
    alreadyUsed: 'This form was already sent',
    mistypedNumber: 'This number is mistyped',
    nothingToConfirm: 'Nothing waits for confirmation',
    tooSoon: 'Not yet',
    directedElsewhere: 'This belongs elsewhere',
    noIncident: 'No incident left to use',
    limitReached: 'Too much at once',
  } satisfies Record<Refusal['code'], string>,
  notFound: 'There is no such case, or you may not see it. Check the number, or look in your lists.',
  why: {
    ...firstView.refusals.why,
    lockedByStage:
      'The transfer is pending and will be over within a day: until then the order can’t be changed or cancelled. You can comment.',
    nothingToCorrect:
      'Nothing waits for a correction on this case any more. Look at how far it has come; add a comment if something is wrong. What you typed is kept in your drafts.',
    nothingCorrected: 'Everything still is as it was filed. Change what was rejected, then send it.',
    noRelationship:
      'Your organisation has no active relationship with this customer that you may use here. Ask the customer for one, or an administrator of yours to assign it to you. What you typed is kept.',
    relationshipNotActive:
      'Your organisation’s relationship with this customer is not active. Ask the customer’s administrator to accept it. What you typed is kept.',
    relationshipEnded:
      'Your organisation’s relationship with this customer has ended. Ask the customer for a new one; what you typed is kept, and the cases stay with the customer.',
    relationshipWithoutRole:
      'Your organisation’s relationship with this customer does not include service requests. Ask the customer to grant the role Service Support Administrator.',
    relationshipNotAssigned:
      'Your organisation may act for this customer, but you are not in a group that was given it. Ask your administrator to add you.',
    relationshipUnreadable:
      'Your organisation has not let Case Desk read its relationships with customers. Ask your administrator to consent to it.',
    providerGrantMissing:
      'Your organisation buys through a provider, and the desk has no grant of your provider on this customer’s Azure account on record. Ask your provider for access to the account, and to confirm it to the desk. What you typed is kept.',
    helpdeskOutsideGroup:
      'With the helpdesk role alone you file for Azure only from your provider’s support group. Ask your provider to add you and to tell the desk, or ask your administrator for the role Service Support Administrator. What you typed is kept.',
    domainUnknown:
      'No customer of this desk has this domain. Check how it is written; or ask the customer for a delegated relationship with your organisation that includes Service Support Administrator: then you choose them by name.',
    notByDomain:
      'Without a relationship only a problem with Azure can be filed, by the customer’s domain and subscription. For anything else ask the customer for a delegated relationship that includes Service Support Administrator.',
    selfHelpFirst:
      'A request for a customer begins with self-help here. Look at what the catalogue names for this subject; if it does not help, begin again and say that it is not solved.',
    noSupportContract:
      'Dynamics 365 needs your organisation’s advanced support contract (ASfP) or a higher one, and the desk has none on record. Ask a lead of the desk to record yours with its end date. What you typed is kept.',
    supportContractEnded:
      'Your organisation’s support contract for Dynamics 365 has ended. Renew it, and ask a lead of the desk to record the new end date. What you typed is kept.',
    onBehalfOfAnother:
      'At this desk only people of the customer’s own organisation create cases; nobody can do it for them, partner or not. Ask an administrator there to create it and to add you as a contact.',
    notOfThisDesk: 'Only members of a customer’s organisation create cases; engineers answer them. Take one from the queue instead.',
    partnersAlone:
      'At this desk partners file for the customers they look after. Ask your organisation’s partner to file it; if you work for a partner, ask your administrator for a role that carries service requests.',
    deskNotOffered: 'This desk is not offered here. Ask the organisation that runs the desk where it is answered.',
    tooLateToReopen: 'This case can no longer be reopened: the time for it is over. Create a new case and give this one’s number in it.',
    notAnEngineerOfThisDesk: 'This person does not work for this desk. Choose one of its engineers.',
    notOfYourOrganisation: 'This person is not a member of your organisation. Choose somebody the directory lists there.',
    guestsGetNoRole: 'Guests get no role here. Choose a member of your organisation.',
    alreadyEscalated: 'Escalation has been asked for already, and the desk knows of it. Add a comment if there is more to say.',
    openedByNoPartner: 'No partner opened this case for a customer, so there is no escalation to judge.',
    noPartnersCase: 'No partner acts on this case for your organisation, so there is nothing to take over.',
    partnerActsHere:
      'A partner acts on this case, and its right does not count at that desk. Ask an administrator of the customer to take the case over first, or the partner to file there.',
    noSeverityHere: 'Cases of this desk have no severity. Say in a comment how urgent it is.',
    alwaysCritical: 'An incident of a room is always critical. Say in a comment what is urgent about it, or what is not.',
    noRoomAssigned:
      'This customer lets your organisation look after none of its rooms any more. Your draft is kept; ask an administrator of the customer to assign the rooms to you.',
    placesNotGranted:
      'Your organisation has not let the desk read its rooms from the directory. An administrator can consent to Place.Read.All; until then enter them by hand or from a list.',
    placesOff: 'This desk does not ask a directory for rooms. Enter them by hand or from a list.',
    monitoringCloses:
      'Monitoring reported this incident, so nobody closes it by hand: it closes by itself as soon as monitoring reports the room well again. Write a comment if something else should be known.',
    monitoringKeeps:
      'Monitoring reported this incident and closes it itself, so it stays where it is. Write a comment, or open another case for what is to be done elsewhere.',
    notYourself: 'You can’t do this for yourself. Ask another administrator of your organisation.',
    engineerCloses: 'An engineer closes incidents. Ask to close it and say why: an engineer confirms it.',
    noSolutionYet: 'No solution was proposed yet. Propose one, or close the incident unresolved with the decision on charging.',
    closeNotAsked: 'The requester has not asked to close it early. Choose another reason.',
    notWhileClosed: 'The incident is closed. Reopen it if there is more to do.',
    alreadyAgreed: 'Both sides agree on the definition of the problem.',
    nothingToAnswer: 'Nothing waits for your answer.',
    partsOpen: 'A part of it is still open. Close its parts first.',
    splitWaits: 'The other side proposed a split. Answer that first.',
    splitAlready: 'It is split already. Split one of its parts instead.',
    closeAskedAlready: 'Closing was asked for already. An engineer will confirm it.',
  } satisfies Record<WhyNot, string>,
  alone: {
    deskLead: 'Your role does not allow this: only leads of the desk do it. Ask one of them.',
    engineer: 'Your role does not allow this: only engineers of the desk do it. Write a comment if the desk should know something.',
    partnerTechnician: 'Your role does not allow this: it is for people of partners who act for customers.',
  },
  closers: {
    requester: (name: string) => `Your organisation lets only the requester of a case close it: ask ${name}, or the desk.`,
    named: (names: string) => `Your organisation lets only certain people close cases: ask ${names}, or the desk.`,
    nobody: 'Your organisation lets only certain people close cases, and none of them is left. Ask an administrator to name somebody.',
  },
  outdated: 'Somebody changed this while you had it open. Look at it as it is now and decide again.',
  fileRefused: {
    program: 'Programs can’t be attached, whatever their name. Send what it shows instead: a picture, a text or a PDF.',
    script: 'Scripts can’t be attached. Copy what is needed into your text, or save it as a text file (.txt).',
  } satisfies Record<RefusedKind, string>,
  invalid: 'Please correct what is marked. Everything you entered is kept.',
  changed: 'Somebody changed the case while you had it open. See what changed and decide again; what you typed is kept.',
  illegalStep: (status: Status) =>
    ({
      new: 'The case is new: this step is not possible yet. Open the case to see what is.',
      inProgress: 'The case is in progress: this step is not possible now. Open the case to see what is.',
      waitingOnRequester: 'The case is waiting for an answer: this step is not possible now. Open the case to see what is.',
      resolved: 'The case is already resolved. Reopen it if there is more to do.',
      cancelled: 'The case is already cancelled. Create a new one if you need to.',
      closedUnresolved: 'The case is already closed. Reopen it if there is more to do.',
    })[status],
  tenantState: {
    listed: 'This organisation is allowed already, and has not come yet.',
    waiting: 'This organisation is waiting to be allowed.',
    active: 'This organisation is being served. Suspend it first.',
    suspended: 'This organisation is suspended.',
    removing: 'This organisation is just being removed.',
    removed: 'This organisation is removed. Allow it again if it is to come back.',
  } satisfies Record<TenantState, string>,
  exportFirst: 'Save an export first: there is none yet, or something was added since the last one. Then remove the organisation.',
  alreadyUsed: 'This form was already sent with other content. Start a new form for another case.',
  mistypedNumber: 'A character of this case number is wrong. Compare it with the card or the message you got, or look in your lists.',
  nothingToConfirm: 'No address of yours is waiting for a code. It may have been confirmed or taken back already; look at your profile.',
  tooSoon: {
    code: (minutes: number) => `Only a few codes are sent in an hour, and in a day. The next one can be sent in ${waitOf(minutes)}.`,
    domain: (minutes: number) =>
      `Your organisation has looked for many domains within an hour. The next one can be looked for in ${waitOf(minutes)}; what you typed is kept.`,
  },
  directedElsewhere: 'This question is answered elsewhere, and no case is created here.',
  limits: {
    drafts: (max: number) => `You have ${max} drafts. Send or delete one first.`,
    files: (max: number) => `At most ${max} files. Remove one to add another.`,
    fileSize: (max: number) => `A file may be at most ${Math.floor(max / 1024 / 1024)} MB. Make it smaller, or split it.`,
    grants: (max: number) => `At most ${max} people can have a role given here. Take one away first, or give it in your directory.`,
    machines: (max: number) => `At most ${max} credentials at a time. Revoke one that is no longer used.`,
    channels: (max: number) => `At most ${max} channels can be subscribed. Unsubscribe one first.`,
    followers: (max: number) => `At most ${max} people can follow this.`,
    replies: (max: number) => `At most ${max} saved replies at a desk. Remove one that is no longer used.`,
    rooms: (max: number) => `At most ${max.toLocaleString('en')} rooms. Take out those that are no longer there.`,
    roomAssignments: (max: number) => `At most ${max.toLocaleString('en')} rooms can be with partners. End some assignments first.`,
    packPeople: (max: number) => `At most ${max} people can use a pack besides its purchasing account.`,
    webhooks: (max: number) => `At most ${max} webhooks. Remove one that is no longer used.`,
    batch: (max: number) => `At most ${max} cases at once. Select fewer.`,
  },
};

const waitOf = (minutes: number): string =>
  minutes === 1 ? 'one minute' : minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
