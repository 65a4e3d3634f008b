import { freePorts } from '../child.ts';
import { ask, databaseOn } from '../stores.ts';
import { knownCases, largest } from './content.ts';
import { mailsSwallowed, runInside, startInside, writeInside } from './folder.ts';
import type { KnownCase, Product } from './product.ts';
import { fillRequestTracker } from './rt-fill.ts';
import { clientOf, signedIn } from './rt-rest.ts';

/** Two a core of a small server: each of them works on one request at a time. */
const workers = 4;
const siteConfig = '/var/lib/peers/RT_SiteConfig.pm';

/**
 * Runs Request Tracker 5 with so many cases in a database of its own on that server, under Starman with several workers, for as long as
 * `work` takes.
 *
 * A worker serves one connection as long as that stays open, so that connections are not kept: the proxy that stands in front in
 * production does the same.
 */
export async function withRequestTracker<T>(server: string, cases: number, work: (tracker: Product) => Promise<T>): Promise<T> {
  const database = `rt_${cases}`;
  const [port = 0] = await freePorts(1);
  const origin = `http://127.0.0.1:${port}`;
  writeInside(siteConfig, configOf(new URL(server), database, port));
  const env = { RT_SITE_CONFIG: siteConfig, RT_SITE_CONFIG_DIR: '/dev/null', RT_DBA_PASSWORD: new URL(server).password };
  await runInside(['rt-setup-database-5', '--action', 'init'], env);
  const starman = ['starman', '--workers', String(workers), '--listen', `127.0.0.1:${port}`, '--env', 'deployment', '--disable-keepalive'];
  const running = await startInside([...starman, '/usr/share/request-tracker5/libexec/rt-server'], env, origin);
  try {
    const url = databaseOn(server, database);
    await fillRequestTracker(url, await signedIn(origin), cases);
    return await work({
      name: 'Request Tracker',
      known: await knownIn(url, cases),
      client: async () => clientOf(await signedIn(origin), largest, 'person-1'),
      mails: async () => mailsSwallowed(),
      // Mail has left when the answer comes.
      settled: async () => {},
    });
  } finally {
    await running.stop();
  }
}

/** Mail is handed over as by default, to a program that only counts it. */
const configOf = ({ hostname, port, username }: URL, database: string, webPort: number): string => `
Set($rtname, 'bench');
Set($Organization, 'bench.example');
Set($CorrespondAddress, 'rt@bench.example');
Set($CommentAddress, 'rt-comment@bench.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${webPort});
Set($WebPath, '');
Set($DatabaseType, 'Pg');
Set($DatabaseHost, '${hostname}');
Set($DatabasePort, ${port});
Set($DatabaseName, '${database}');
Set($DatabaseUser, 'rt_user');
Set($DatabasePassword, 'rt_user');
Set($DatabaseAdmin, '${username}');
Set($SendmailPath, '/usr/local/sbin/swallow-mail');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
1;
`;

const knownIn = (url: string, cases: number): Promise<readonly KnownCase[]> =>
  knownCases(cases, (descriptions) =>
    ask(
      url,
      `select t.objectid as id, a.content as description from attachments a join transactions t on t.id = a.transactionid
       where t.objecttype = 'RT::Ticket' and t.type = 'Create' and a.content = any($1)`,
      [descriptions],
    ),
  );
