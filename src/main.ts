import { run } from './run.ts';

// The desk is loaded once the settings are known to be right: what is wrong with them is said at once.
await run(
  async (config, log) => (await import('./start-desk.ts')).startDesk(config, log),
  ({ openAt }) => `Case Desk is ready: open ${openAt}`,
);
