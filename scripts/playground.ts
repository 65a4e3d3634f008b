import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playgroundPort } from '../bot/wire/playground.ts';
import { readConfig } from '../src/config.ts';
import { contoso, fabrikam, operator, type SamplePerson } from '../src/local/organisations.ts';
import { createLog } from '../src/log.ts';
import { startDesk } from '../src/start-desk.ts';
import { sayStartFault } from '../src/start-fault.ts';

/**
 * `npm run playground`: the local desk with Microsoft's Agents Playground as its chat. That program has a licence of its own, for
 * evaluation; who runs this accepts it. It listens on every interface of this machine while it runs.
 */
const playground = '@microsoft/m365agentsplayground@0.2.28';

const user = ({ id, name, givenName, surname, email }: SamplePerson) => ({
  id: `29:${id}`,
  name,
  userPrincipleName: email,
  aadObjectId: id,
  givenName,
  surname,
  email,
});

/** Contoso's chat, with two visitors who are nobody there. The program ends without a word unless it has exactly five users and one channel. */
function chatOf(): object {
  const [camille, ...colleagues] = contoso.people;
  const visitors = [fabrikam.people[0], operator.people[0]];
  return {
    version: '0.1.1',
    tenantId: contoso.id,
    bot: { id: '28:case-desk', name: 'Case Desk' },
    currentUser: camille && user(camille),
    users: [...colleagues, ...visitors].flatMap((person) => (person ? [user(person)] : [])),
    personalChat: { id: 'a:playground-personal' },
    groupChat: { id: '19:playground-group', name: 'Numbers' },
    team: {
      id: '19:playground-team',
      name: contoso.name,
      aadGroupId: '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a31',
      channels: [{ id: '19:playground-numbers', name: 'Numbers' }],
    },
  };
}

try {
  const config = readConfig({ ...process.env, PLAYGROUND: 'true' });
  const desk = await startDesk(config, createLog(config.logLevel));
  const folder = join(import.meta.dirname, '..', 'dist', 'playground');
  mkdirSync(folder, { recursive: true });
  // JSON is YAML.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(chatOf(), undefined, 2));
  const endpoint = `http://127.0.0.1:${config.port}/api/messages`;
  const args = ['--yes', playground, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(playgroundPort), '--disable-telemetry'];
  process.stdout.write(`Starting ${playground} under its own licence. Stop it with Ctrl+C.\n`);
  const windows = process.platform === 'win32';
  const chat = spawn('npx', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell: windows, detached: !windows });
  // npx does not pass a signal on to what it started, so its whole group is told. On Windows the console does that by itself.
  const stop = () => {
    if (chat.pid !== undefined && !windows) process.kill(-chat.pid, 'SIGTERM');
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const [code] = await once(chat, 'exit');
  await desk.close();
  process.exitCode = code ?? 0;
} catch (fault) {
  console.error(sayStartFault(fault) ?? fault);
  process.exitCode = 1;
}
