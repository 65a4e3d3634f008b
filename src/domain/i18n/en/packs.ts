import type { NoIncident, Recovery } from '../../entitlement/pack.ts';
import { firstView } from './first-view.ts';
import { plural } from './plural.ts';

/** Packs of incidents (PS-7). */
export const packs = {
  ...firstView.packs,
  noIncident: {
    noPack:
      'Only the purchasing account of a pack, and whom it names, creates incidents. Ask the person who bought your organisation’s pack to name you; if they left, ask for the pack with its order confirmation number on the page “Packs”.',
    used: 'All incidents of your packs are used. Buy another pack; your form is kept as a draft.',
    expired: (day: string) => `Your pack could be used until ${day}. Buy another pack; your form is kept as a draft.`,
    short: (wanted: number, left: number) =>
      `The split needs ${plural(wanted, '1 more incident', 'more incidents')}, and the requester’s packs have ${left} left. Nothing was changed: the requester buys another pack, or it is split into fewer parts.`,
  } satisfies Record<NoIncident['is'], unknown>,
  title: 'Packs of incidents',
  aboutOwn:
    'Each support incident takes one from a pack of five. A pack can be used for a year by the account that bought it and by whom it names. An incident costs one, however long it takes and however often you are in contact.',
  aboutAll: 'What customers bought. Record a purchase for the person who made it; they see it here at once.',
  none: 'No packs yet',
  noneOwn: 'When the desk has recorded your purchase, your pack is shown here. If a colleague bought it and left, ask for it below.',
  noneAll: 'Record the first purchase with its order confirmation number.',
  remaining: (left: number, of: number) => `${left} of ${of} left`,
  until: (day: string) => `usable until ${day}`,
  expiredOn: (day: string) => `expired on ${day}`,
  standing: { good: 'Usable', used: 'Used up', expired: 'Expired' },
  confirmation: 'Order confirmation number',
  boughtBy: (who: string, day: string) => `Bought by ${who} on ${day}`,
  alsoUsedBy: (names: string) => `Also used by ${names}`,
  uses: 'Used for',
  use: (who: string, when: string) => `${who}, ${when}`,
  returned: 'given back',
  noUses: 'Nothing was taken yet.',
  name: 'Who may use it',
  nameAbout: 'Members of your organisation who create incidents with this pack, besides you.',
  named: 'Who may use the pack was changed.',
  record: 'Record a purchase',
  recorded: 'The pack was recorded.',
  organisation: 'Organisation',
  person: 'Purchasing account',
  personHint: 'Search by name or e-mail',
  find: 'Find people',
  findLabel: 'Name or e-mail',
  nobody: 'Nobody matches.',
  choose: 'Choose',
  purchasedOn: 'Day of purchase',
  recover: 'Ask for a pack',
  recoverAbout:
    'If the person who bought a pack left your organisation, ask for it with the order confirmation number. A lead of the desk decides, and you are told by e-mail.',
  reason: 'Why you need it',
  asked: 'Your request was sent. A lead of the desk will decide.',
  recoveries: 'Requests for packs',
  noRecoveries: 'No request waits.',
  wants: (who: string, organisation: string) => `${who} (${organisation}) asks for a pack`,
  ofAccount: (who: string, left: boolean) =>
    `Bought by ${who}, ${left ? 'who is no longer in the directory' : 'who is still in the directory'}`,
  approve: 'Approve',
  decline: 'Decline',
  approveAbout: (who: string) => `${who} becomes the purchasing account. What was used stays as it is.`,
  declineAbout: (who: string) => `The pack stays as it is. ${who} is told what you write.`,
  words: 'What you tell them',
  states: { asked: 'Waiting for the desk', approved: 'Approved', declined: 'Declined' } satisfies Record<Recovery['state'], string>,
  decided: { approved: 'The request was approved.', declined: 'The request was declined.' },
  more: 'Show more',
  letter: {
    subject: 'Your request for a pack of incidents',
    says: {
      approved: (name: string) => `Hello ${name}. Your request was approved: you are now the purchasing account of the pack.`,
      declined: (name: string) => `Hello ${name}. Your request for the pack was declined.`,
    },
    open: 'Open your packs',
  },
};
