/** What is known of services before anybody files anything (CS-12). */
export const health = {
  title: 'Known problems',
  readAt: (when: string) => `Microsoft’s service health as read on ${when}.`,
  allWell: 'Microsoft announces no problem.',
  unreadable: 'Microsoft’s service health can’t be read at the moment. You can create your case.',
  unreadableSince: (when: string) =>
    `Microsoft’s service health can’t be read at the moment; this is what it said on ${when}. You can create your case.`,
  issue: (service: string, id: string, when: string) => `${service}, ${id}, since ${when}`,
  outage: (when: string) => `The desk is working on it since ${when}.`,
  instead: 'If this is your problem, follow it instead of creating a case for it.',
  follow: 'Follow',
  unfollow: 'Follow no longer',
  followed: (title: string) => `You follow “${title}”: you are told by mail of what happens, and no case was created.`,
  unfollowed: (title: string) => `You no longer follow “${title}”.`,
  letter: {
    subject: (outage: string) => `News of: ${outage}`,
    news: (name: string, outage: string) => `Hello ${name}. The desk has news of “${outage}”, which you follow.`,
    over: (name: string, outage: string) =>
      `Hello ${name}. “${outage}”, which you follow, is over. If something still does not work, create a case.`,
    announced: {
      news: (name: string, title: string, id: string) => `Hello ${name}. Microsoft has news of “${title}” (${id}), which you follow.`,
      over: (name: string, title: string, id: string) =>
        `Hello ${name}. Microsoft says that “${title}” (${id}), which you follow, is resolved. If something still does not work, create a case.`,
      gone: (name: string, title: string, id: string) =>
        `Hello ${name}. Microsoft no longer announces “${title}” (${id}), which you followed, and you hear no more of it. If something still does not work, create a case.`,
      says: 'Microsoft writes',
    },
  },
  seeThere: 'See at Microsoft',
};
