export const channelKeys = { list: ['channels'] as const, choices: ['channels', 'choices'] as const };
