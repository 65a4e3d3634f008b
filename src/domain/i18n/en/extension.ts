/** What Teams offers outside of the chat with Case Desk: on a message, in the search beside a message that is being written, for a pasted link. */
export const extension = {
  createCase: {
    title: 'Create case from this message',
    about: 'Begin a case with the text of this message',
  },
  findCase: {
    title: 'Find a case',
    about: 'Find a case and share its number',
    words: 'Number or words',
    wordsAbout: 'A case number, or words of the case',
  },
  from: (title: string) => `From the message “${title}”`,
  fromWithoutText: 'From a message without text',
  carried: (who: string, when: string | null) => `Message from ${who}${when === null ? '' : `, ${when}`}:`,
  somebody: 'somebody',
  cut: '[The rest of the message is left out.]',
  noMessage: 'This message can’t be read here. Copy its text, and create a case in the chat with Case Desk or in the tab.',
  created: {
    about: 'You can share it in the conversation: everybody sees its number, and what is in it only those who may.',
    share: 'Share the number here',
    show: 'Show the case',
    inTab: 'Open in tab',
  },
  shared: {
    title: (number: string) => `A case: ${number}`,
    about: 'What is in it shows to those who may see it.',
    open: 'Open the case',
    inTab: 'Open in tab',
  },
  unnamed: {
    title: 'A case in Case Desk',
    about: 'What is in it shows to those who may see it, in Case Desk.',
    open: 'Open Case Desk',
  },
  nothingFound: 'No case matches. Try other words, or the case number.',
  noMore: 'Use more words to narrow the search.',
};
