/** What lists of cases are called, in the tab and in the chat. */
export const listNames = {
  mine: 'My cases',
  waitingOnMe: 'Waiting on me',
  company: 'Company cases',
  followed: 'Followed by me',
  customers: 'Customers’ cases',
  queue: 'Queue',
  assignedToMe: 'Assigned to me',
  unassigned: 'Unassigned',
  dueSoon: 'Due soon',
  waiting: 'Waiting on requesters',
};
