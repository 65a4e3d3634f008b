import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts } from '../child.ts';
import { ask, databaseOn } from '../stores.ts';
import { knownCases, largest } from './content.ts';
import { mailsSwallowed, runInside, startInside, writeInside } from './folder.ts';
import { callerOf } from './http.ts';
import type { Product } from './product.ts';
import { fillRedmine } from './redmine-fill.ts';
import { clientOf } from './redmine-rest.ts';

const [processes, threads] = ['2', '5:5'];

/**
 * Runs Redmine 5 with so many cases in a database of its own on that server, for as long as `work` takes, under Puma with two processes of
 * its usual five threads.
 *
 * Its mail leaves as by default, after the answer, by threads of the same processes.
 */
export async function withRedmine<T>(server: string, cases: number, work: (redmine: Product) => Promise<T>): Promise<T> {
  const database = `redmine_${cases}`;
  const url = databaseOn(server, database);
  await ask(server, `create database ${database}`);
  configure(new URL(server), database);
  const env = { RAILS_ENV: 'production', X_DEBIAN_SITEID: 'default', REDMINE_LANG: 'en', SCHEMA: '/tmp/schema.rb' };
  await runInside(['rake', 'db:migrate'], env);
  await runInside(['rake', 'redmine:load_default_data'], env);
  const key = await administratorKey(url);
  const [port = 0] = await freePorts(1);
  const origin = `http://127.0.0.1:${port}`;
  const puma = ['puma', '--bind', `tcp://127.0.0.1:${port}`, '--environment', 'production', '--workers', processes, '--threads', threads];
  const running = await startInside(puma, env, `${origin}/login`);
  try {
    const caller = () => callerOf(origin, { 'x-redmine-api-key': key }, true);
    await fillRedmine(url, caller(), cases);
    return await work({
      name: 'Redmine',
      known: await knownCases(cases, (descriptions) =>
        ask(url, 'select id, description from issues where description = any($1)', [descriptions]),
      ),
      client: async () => clientOf(caller(), largest, 'person-1'),
      mails: async () => mailsSwallowed(),
      settled: quiet,
    });
  } finally {
    await running.stop();
  }
}

/** It doesn’t say what mail it has still to send: all of it has left when none does for a while. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== mailsSwallowed(); await wait(1_500)) before = mailsSwallowed();
}

function configure({ hostname, port, username, password }: URL, database: string): void {
  const connection = { adapter: 'postgresql', encoding: 'utf8', database, host: hostname, port: Number(port), username, password, pool: 8 };
  writeInside('/etc/redmine/default/database.yml', JSON.stringify({ production: connection }));
  writeInside(
    '/etc/redmine/default/configuration.yml',
    [
      'production:',
      '  email_delivery:',
      '    delivery_method: :sendmail',
      '    sendmail_settings:',
      '      location: /usr/local/sbin/swallow-mail',
      '',
    ].join('\n'),
  );
}

/** Opens its REST interface, which is closed as it is installed, to its administrator. @returns the key to it */
async function administratorKey(url: string): Promise<string> {
  const key = randomBytes(20).toString('hex');
  await ask(url, `insert into settings (name, value, updated_on) values ('rest_api_enabled', '1', now())`);
  await ask(url, `update users set must_change_passwd = false where login = 'admin'`);
  await ask(url, `insert into tokens (user_id, action, value, created_on) select id, 'api', $1, now() from users where login = 'admin'`, [
    key,
  ]);
  return key;
}
