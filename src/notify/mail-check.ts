import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { CheckOutcome } from '../domain/set-up.ts';
import type { MailServer } from './mail-server.ts';

/** AG-5: greets the mail server and signs in, and sends nothing. */
export async function checkMail({ connection: options, auth }: MailServer, signal: AbortSignal): Promise<CheckOutcome<'mail'>> {
  const connection = new SMTPConnection(options);
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  connection.on('error', fail);
  connection.on('end', () => fail(new Error('the connection ended')));
  signal.addEventListener('abort', () => fail(new Error('no answer in time')), { once: true });
  try {
    await Promise.race([failed, greet(connection, auth)]);
    connection.quit();
    return { state: 'ok' };
  } catch (fault) {
    connection.close();
    return { state: 'failed', reason: (fault as NodemailerError).code === 'EAUTH' ? 'refused' : 'noAnswer' };
  }
}

async function greet(connection: SMTPConnection, auth: MailServer['auth']): Promise<void> {
  await called((done) => connection.connect(done));
  if (auth) await called((done) => connection.login(auth, done));
}

const called = (ask: (done: (fault?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => ask((fault) => (fault ? reject(fault) : resolve())));
