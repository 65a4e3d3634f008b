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

/** Milliseconds for which a connection that has carried a mail waits for the next one: a burst needs no handshake and no sign-in for each. */
const keptFor = 1_000;

interface Line {
  readonly connection: SMTPConnection;
  /** Rejects once it is lost. */
  readonly lost: Promise<never>;
}

/** Hands one mail to a server. */
export type SendMail = (mail: Mail, signal: AbortSignal) => Promise<Outcome>;

/**
 * Hands mails to a server, each over a connection that nobody else uses meanwhile. What the server says decides: 2xx is sent, 4xx later, 5xx
 * never (F-21); where it says nothing, it matters whether it had been given the content.
 */
export function mailsTo(server: MailServer): SendMail {
  const idle = new Set<Line>();
  const keep = (line: Line) => {
    idle.add(line);
    const over = setTimeout(() => idle.delete(line) && line.connection.quit(), keptFor);
    line.lost.catch(() => {
      clearTimeout(over);
      idle.delete(line);
    });
  };
  const send: SendMail = async (mail, signal) => {
    const [kept] = idle;
    if (kept) idle.delete(kept);
    const line = kept ?? lineTo(server);
    const content = contentOf(mail);
    try {
      await Promise.race([line.lost, noAnswer(signal), converse(line.connection, server, mail, content.stream, !kept)]);
      keep(line);
      return { is: 'sent' };
    } catch (thrown) {
      const fault = thrown as NodemailerError;
      line.connection.close();
      // A server may end what stood idle at any moment, and has then been given nothing.
      if (kept && !content.given() && !signal.aborted && (fault.responseCode ?? closing) === closing) return send(mail, signal);
      return outcomeOf(fault, content.given());
    }
  };
  return send;
}

/** What a server says that ends the connection. */
const closing = 421;

function lineTo({ connection: options }: MailServer): Line {
  const connection = new SMTPConnection(options);
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => {});
  connection.on('error', reject);
  connection.on('end', () => reject(new Error('the connection ended')));
  return { connection, lost };
}

/** What is said, and whether the server has been given any of it. */
function contentOf({ message }: Mail): { readonly stream: Readable; given(): boolean } {
  let given = false;
  const stream = new Readable({
    read() {
      given = true;
      this.push(message);
      this.push(null);
    },
  });
  return { stream, given: () => given };
}

const noAnswer = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }));

async function converse(
  connection: SMTPConnection,
  { auth }: MailServer,
  { from, to }: Mail,
  content: Readable,
  first: boolean,
): Promise<void> {
  if (first) await called((done) => connection.connect(done));
  if (first && auth) await called((done) => connection.login(auth, done));
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
