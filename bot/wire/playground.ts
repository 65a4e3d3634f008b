import type { Playground } from './channel.ts';

/** The port on which `npm run playground` starts Microsoft's Agents Playground. */
export const playgroundPort = 56_150;

/** Where the Agents Playground of this machine takes the bot's answers. */
export const agentsPlayground: Playground = {
  serviceUrls: [`http://127.0.0.1:${playgroundPort}`, `http://localhost:${playgroundPort}`],
};
