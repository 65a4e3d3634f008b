import type { Limits } from '../../src/app/ports.ts';

/** What Teams takes of one bot: per conversation, and per app and tenant. */
export const teamsLimits: Limits = {
  conversation: [
    { most: 7, ms: 1_000 },
    { most: 8, ms: 2_000 },
    { most: 60, ms: 30_000 },
    { most: 1_800, ms: 3_600_000 },
  ],
  tenant: { most: 50, ms: 1_000 },
  slackMs: 500,
};
