import type { CheckName, ReasonOf, TestResult } from '../../set-up.ts';

type Cures = { readonly [C in CheckName]: Readonly<Record<ReasonOf<C>, string>> };

/** AG-5, ID-4: the set-up check and its permission sheet. `docs/tenant.md` says of the permissions what stands here. */
export const setUp = {
  checks: {
    database: { name: 'Database', about: 'keeps cases and everything else' },
    queue: { name: 'Delivery queue', about: 'sends notices, and tries again where that fails' },
    channel: { name: 'Bot', about: 'has its own token for Teams' },
    mail: { name: 'Mail', about: 'takes notices and confirmations' },
    consent: { name: 'Consent', about: 'your organisation lets the desk ask Microsoft Graph' },
    graph: { name: 'Microsoft Graph', about: 'answers who people are' },
  } satisfies Record<CheckName, { name: string; about: string }>,
  cures: {
    database: { noAnswer: 'Check DATABASE_URL, and that the server runs and is reachable from here.' },
    queue: {
      noAnswer: 'The database does not answer: see there first.',
      overdue:
        'Something has been waiting for more than ten minutes. Check that one process runs with WORKER=on, and the mail server below.',
      givenUp:
        'Some notices were given up after many attempts. Mend what refuses them, then send them again from the list of failed deliveries.',
    },
    channel: {
      refused:
        'Entra gives the bot no token. Check MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID and the secret or certificate, and whether it has expired.',
      noAnswer: 'Entra did not answer. Check that this machine may call it by https, then try again.',
    },
    mail: {
      switchedOff: 'No mail is sent. Set MAIL_FROM and SMTP_URL, or MAIL_FROM and MAIL_VIA=graph, if notices are to go out by mail.',
      notGranted:
        'Microsoft Graph does not let the desk send from MAIL_FROM. Consent to Mail.Send, and see whether the access policy for the app names this mailbox.',
      noMailbox: 'Microsoft Graph knows no mailbox of the address in MAIL_FROM. Correct it, or make the mailbox.',
      refused: 'The mail server does not take the desk’s sign-in. Check the user and password in SMTP_URL.',
      noAnswer: 'The mail server, or Microsoft Graph, did not answer. Check host and port in SMTP_URL, TLS, and the firewall.',
    },
    consent: {
      switchedOff: 'Graph is not asked: the desk goes by people’s tokens. Set GRAPH=true if it is to ask.',
      refused: 'An administrator of your organisation has yet to consent; the address for it is below.',
      noAnswer: 'Microsoft did not answer. Try again in a moment.',
    },
    graph: {
      switchedOff: 'Graph is not asked: the desk goes by people’s tokens. Set GRAPH=true if it is to ask.',
      refused: 'Without consent Graph answers nothing: see above.',
      noAnswer: 'Graph did not answer. Check that this machine may call it by https, then try again.',
    },
  } satisfies Cures,
  permissions: {
    'User.Read': {
      purpose: 'one’s own name, address and language, where the organisation has not let the desk read everybody’s',
      without: 'what one’s sign-in says',
    },
    'User.Read.All': {
      purpose: 'a person’s name, address, language and country; whether they are a guest, and whether their account is still in use',
      without: 'what the token or Teams’ roster says',
    },
    'RoleManagement.Read.Directory': {
      purpose: 'which directory roles a person holds, through groups too; needs User.Read.All',
      without: 'the roles in the last token',
    },
    'Organization.Read.All': {
      purpose: 'the organisation’s name, verified domains and country',
      without: 'the domain of the user name',
    },
    'Place.Read.All': {
      purpose: 'the organisation’s meeting rooms: name, building, address, seats',
      without: 'rooms entered by hand or from a list',
    },
    'Application.Read.All': {
      purpose: 'who is an engineer or a lead',
      without: 'the app roles in the last token',
    },
    'GroupMember.Read.All': {
      purpose: 'engineers who have their role through a group, and a partner’s people in the groups it assigned; needs User.Read.All',
      without: 'engineers as without Application.Read.All, and no partner relationships',
    },
    'ServiceHealth.Read.All': {
      purpose: 'what Microsoft announces of problems with its services: shown before a case is created, and told to whoever follows it',
      without: 'only outages that the desk itself knows of',
    },
    'DelegatedAdminRelationship.Read.All': {
      purpose: 'a partner’s relationships with its customers: roles, assignments, end dates',
      without: 'nobody files for a customer',
    },
    'Mail.Send': {
      purpose: 'mail from the mailbox in MAIL_FROM, where MAIL_VIA is graph; restrict it to that mailbox',
      without: 'mail goes by a mail server, or not at all',
    },
    'TeamsActivity.Send.User': {
      purpose: 'news of a case in one’s own activity feed in Teams',
      without: 'news in the chat and by mail alone',
    },
  },
  consenters: {
    customer: 'every organisation',
    operator: 'the operator',
    partner: 'partners',
    person: 'each person',
  },
  results: {
    sent: 'Sent. Look whether it is there.',
    queued: 'Handed to the queue. It should be there within a minute.',
    notInstalled: 'The bot is not there yet: add it in Teams, write something to it, then try again.',
    switchedOff: 'No mail server is set up, so nothing was sent.',
    failed: 'It could not be sent. Look at the results above, and try again.',
  } satisfies Record<TestResult, string>,
  test: {
    subject: 'Case Desk: a test',
    says: (name: string) => `Hello ${name}. You asked for a test notice: here it is, so this way works.`,
  },
};
