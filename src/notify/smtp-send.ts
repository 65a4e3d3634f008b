import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type DeliveryFault, faultOf, type Outcome } from '../domain/notice/outcome.ts';
import type { MailServer } from './mail-server.ts';

/** A mail as it goes over the wire. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
}

/**
 * Hands one mail to the server. What the server says decides: 2xx is sent, 4xx later, 5xx never (F-21); where it says nothing, it matters whether
 * it had been given the content.
 */
export async function sendMail(server: MailServer, mail: Mail, signal: AbortSignal): Promise<Outcome> {
  const connection = new SMTPConnection(server.connection);
  let given = false;
  const content = new Readable({
    read() {
      given = true;
      this.push(mail.message);
      this.push(null);
    },
  });
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  connection.on('error', fail);
  connection.on('end', () => fail(new Error('the connection ended')));
  const giveUp = () => fail(new Error('no answer in time'));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await Promise.race([failed, converse(connection, server, mail, content)]);
    connection.quit();
    return { is: 'sent' };
  } catch (fault) {
    connection.close();
    return outcomeOf(fault as NodemailerError, given);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

async function converse(connection: SMTPConnection, { auth }: MailServer, { from, to }: Mail, content: Readable): Promise<void> {
  await called((done) => connection.connect(done));
  if (auth) await called((done) => connection.login(auth, done));
  await called((done) => connection.send({ from, to: [to] }, content, done));
}

const called = (ask: (done: (fault?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => ask((fault) => (fault ? reject(fault) : resolve())));

function outcomeOf(fault: NodemailerError, given: boolean): Outcome {
  const { command = '', responseCode: status = 0 } = fault;
  const said = (code: DeliveryFault['code']) => faultOf(code, fault.response || fault.message);
  // A password or a sender that is not accepted is no fault of the mail's: it waits until the desk's settings are mended.
  if (command.startsWith('AUTH') || fault.code === 'EAUTH' || (command === 'MAIL FROM' && status >= 500 && status !== tooLarge))
    return { is: 'later', fault: said('signInRefused'), afterMs: null };
  if (status >= 500 && aboutTheMail.has(command)) return { is: 'never', fault: said('refused') };
  if (status >= 400) return { is: 'later', fault: said('busy'), afterMs: null };
  return given ? { is: 'maybeSent', fault: said('unreachable') } : { is: 'later', fault: said('unreachable'), afterMs: null };
}

const tooLarge = 552;
const aboutTheMail: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
