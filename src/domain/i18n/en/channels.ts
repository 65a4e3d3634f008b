import type { Status } from '../../case/lifecycle.ts';
import type { SubscribedEvent } from '../../notice/subscription.ts';
import { plural } from './plural.ts';

/** Channels in Teams that hear of cases: what is posted there, and how they are subscribed. */
export const channels = {
  events: {
    opened: 'New cases',
    comments: 'Comments and answers',
    status: 'Status changes',
    closed: 'Closing',
    targets: 'First answers soon due or overdue',
  } satisfies Record<SubscribedEvent, string>,
  desk: 'Desk',
  customer: 'Customers',
  allCustomers: 'All customers',
  allOwn: 'All cases of your organisation',
  severities: 'Severities',
  severitiesHint: 'None chosen: all of them.',
  hears: 'Told of',
  name: 'Name in the list of channels',
  subscribe: 'Subscribe',
  save: 'Save',
  unsubscribe: 'Unsubscribe',
  title: 'Tell this channel of cases',
  about:
    'One post for each case, with what happens as replies. It shows numbers and statuses; what is in a case, only those who may see it.',
  sharedHint: 'People of other organisations are in this channel: what is posted shows nobody anything but numbers and statuses.',
  saved: (name: string) => `The channel ${name} is now told.`,
  gone: 'This channel is told no longer.',
  current: 'This channel is told of cases',
  none: 'This channel is not subscribed to anything.',
  elsewhere:
    'Write this in the channel that is to be told: @Case Desk subscribe. The channels that are told already are listed in the tab.',
  inTab: 'Channels in the tab',
  post: {
    title: (number: string) => `A case: ${number}`,
    open: 'Open the case',
    inTab: 'Open in tab',
    statuses: {
      new: 'New',
      inProgress: 'In progress',
      waitingOnRequester: 'Waiting on requester',
      resolved: 'Resolved',
      cancelled: 'Cancelled',
      closedUnresolved: 'Closed unresolved',
    } satisfies Record<Status, string>,
    /** What happened last, and each reply. */
    happened: {
      opened: 'The case was opened.',
      commented: 'There is a new comment from the requester’s side.',
      answered: 'The desk has written.',
      noted: 'There is a new internal note.',
      assigned: 'An engineer has it.',
      unassigned: 'No engineer has it any more.',
      targetNear: 'The first answer is soon due.',
      targetMissed: 'The first answer is overdue.',
      reminded: 'A reminder was sent.',
    },
    statusChanged: {
      new: 'Its status is now “New”.',
      inProgress: 'It is now in progress.',
      waitingOnRequester: 'It now waits on the requester.',
      resolved: 'It was resolved.',
      cancelled: 'It was cancelled.',
      closedUnresolved: 'It was closed unresolved.',
    } satisfies Record<Status, string>,
  },
  notice: {
    more: (count: number) => plural(count, 'One earlier entry is on the case.', 'earlier entries are on the case.'),
    tooLong: (number: string) => `There is news on case ${number}. It is too long for a message here.`,
  },
  tab: {
    nav: 'Channels',
    title: 'Channels',
    about: 'Channels in Teams that are told of cases. To add one, write there:',
    command: '@Case Desk subscribe',
    empty: 'No channel is told of cases yet.',
    shared: 'Shared with other organisations',
    stopped: 'Nothing reaches it: Case Desk is not in this team any more. Install it there again, or remove the channel.',
    change: 'Change',
    remove: 'Remove',
    removed: 'The channel is told no longer.',
    saved: 'The change is saved.',
    sure: (name: string) => `Tell the channel ${name} no longer?`,
    standing: { told: 'Active', stopped: 'Out of reach' },
  },
};
