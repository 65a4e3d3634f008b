import type { Status } from '../../case/lifecycle.ts';
import { plural } from './plural.ts';
import { list } from './tab-list.ts';
import { tabShell } from './tab-shell.ts';

/** What the tab’s first view says, and nothing else: the words of other pages come with those. */
export const firstView = {
  cases: {
    product: 'Case Desk',
    statuses: {
      new: 'New',
      inProgress: 'In progress',
      waitingOnRequester: 'Waiting on you',
      resolved: 'Resolved',
      cancelled: 'Cancelled',
      closedUnresolved: 'Closed unresolved',
    } satisfies Record<Status, string>,
    /** As the desk and colleagues see a case that waits. */
    waitingOnRequester: 'Waiting on requester',
    escalated: 'Escalation asked for',
    attributes: {
      noTarget: 'No target',
    },
    exception: {
      badge: 'Exception',
    },
  },
  exports: {
    button: 'CSV',
    ready: (name: string) => `${name} is saved among your downloads.`,
    buttonFor: (list: string) => `Download as CSV: ${list}`,
  },
  refusals: {
    notAllowed: 'Your role does not allow this. Ask a ticket manager or an administrator of your organisation.',
    unexpected: 'Something went wrong on our side. Nothing was lost; please try again in a moment.',
    busy: 'The desk is busy or starting. Please try again in a moment.',
    why: {
      guest: 'Guests can’t create or see cases here. Ask a member of this organisation, or use the app in your own.',
    },
  },
  deliveries: {
    title: 'Notices not delivered',
    count: (count: number) => plural(count, 'one not delivered', 'not delivered'),
  },
  outages: {
    nav: 'Outages',
  },
  replies: {
    title: 'Saved replies',
  },
  roomPages: {
    title: 'Rooms',
  },
  packs: {
    nav: 'Packs',
    waiting: (count: number) => plural(count, '1 request waits', 'requests wait'),
  },
  partners: {
    nav: { own: 'Partner record', manages: 'Partners' },
  },
  channels: {
    tab: {
      nav: 'Channels',
    },
  },
  tab: {
    ...tabShell,
    list,
    case: { you: list.you },
    tenants: {
      nav: 'Organisations',
    },
    setUpCheck: {
      nav: 'Set-up check',
    },
    integrations: {
      title: 'Integrations',
    },
  },
};

export type FirstWords = typeof firstView;
