import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { KeptMail, Mailbox } from './mailbox.ts';

/** Bytes of one mail. */
const largestMail = 2 * 1024 * 1024;
/** Characters of its text that are kept. */
const longestText = 100_000;

/** Whom the local desk's mail comes from. */
export const localSender = 'Case Desk <desk@tailspin.example>';

export interface LocalMail {
  /** Where mail is handed in: `smtp://127.0.0.1:<port>`. */
  readonly smtpUrl: string;
  close(): Promise<void>;
}

/** A mail server on the loopback address that keeps what it gets and passes nothing on: no mail leaves this computer. */
export async function startMail(mailbox: Mailbox): Promise<LocalMail> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    closeTimeout: 1_000,
    async onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      try {
        for await (const piece of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) pieces.push(piece);
        if (stream.sizeExceeded) return done(Object.assign(new Error('The mail is too large.'), { responseCode: 552 }));
        mailbox.keep(
          await read(
            Buffer.concat(pieces),
            envelope.rcptTo.map(({ address }) => address),
          ),
        );
        done();
      } catch {
        done(Object.assign(new Error('The mail can’t be read.'), { responseCode: 554 }));
      }
    },
  });
  // A client that breaks off is no fault of the server's.
  server.on('error', () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(0, '127.0.0.1', () => listening());
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function read(raw: Buffer, to: readonly string[]): Promise<KeptMail> {
  const { from, subject = '', text = '', html } = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: from?.name || from?.address || '',
    to,
    subject,
    text: text.slice(0, longestText),
    hasPage: Boolean(html),
    page: html ?? null,
  };
}
