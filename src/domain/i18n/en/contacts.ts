import type { ContactState } from '../../notice/contact.ts';

/** G-11: additional contacts on a case, and the page on which somebody outside the organisation says whether they want mail. */
export const contacts = {
  states: {
    asked: 'has not agreed yet to get mail',
    refused: 'does not want mail about cases',
    notAsked: 'gets no mail yet and will be asked with your next case: too many new addresses were named in a short time',
  } satisfies Record<Exclude<ContactState, 'hears'>, string>,
  page: {
    title: (organisation: string) => `Mail about cases of ${organisation}`,
    asks: (organisation: string) =>
      `${organisation} would like Case Desk to write to this address when something happens on one of its cases:`,
    agreeing:
      'If you agree, you get a mail for each change of the cases on which you are named. If you refuse, you get none, and you won’t be asked again.',
    unexpected: 'You don’t know what this is about? Then refuse, or simply close this page: without your consent nothing is sent.',
    agree: 'Yes, write to me',
    refuse: 'No, don’t write to me',
    agreedTitle: 'Thank you, you will be written to',
    agreed: (organisation: string) => `From now on you get mail about the cases of ${organisation} on which you are named.`,
    refusedTitle: 'You won’t be written to',
    refused: (organisation: string) => `You get no mail about cases of ${organisation}, and you won’t be asked again.`,
    goneTitle: 'This link no longer works',
    gone: 'It was used already, or it is too old. Nothing was changed. If you want mail about a case, ask the person who named you.',
    busyTitle: 'Please try again',
    busy: 'The page can’t be shown right now. Nothing was changed; please try again in a moment.',
  },
};
