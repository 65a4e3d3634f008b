export const bot = {
  form: {
    learnMore: 'Learn more',
    time: 'Time',
    zone: 'Time zone',
    which: 'Which of the two',
    earlier: 'The earlier one',
    later: 'The later one',
    attachList: 'Attach the CSV here in the chat with the paper clip, and send it.',
    attachDocuments: 'Attach files here in the chat with the paper clip, and send them.',
  },
};
