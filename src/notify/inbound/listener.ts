import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { IncomingMail } from '../../domain/notice/incoming.ts';
import { MailRefused, readHead } from './head.ts';

export interface InboundOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The one address that mail is taken for. */
  readonly address: string;
  /** Once it returns, the sender is told that the mail was taken. */
  readonly take: (mail: IncomingMail) => Promise<unknown>;
  readonly log: Logger;
  /** Milliseconds for one connection; five minutes unless told. */
  readonly longest?: number;
}

export interface Inbound {
  readonly port: number;
  close(): Promise<void>;
}

/** Bytes of one mail: announced, and refused before any of it is read. */
export const largestMail = 1024 * 1024;
const mostConnections = 20;
/** Milliseconds without a word. */
const patience = 30_000;

/** G-21: takes mail to the desk's address from the organisation's mail system. It passes nothing on, and knows no other recipient. */
export async function startInbound({ host, port, address, take, log, longest = 5 * 60_000 }: InboundOptions): Promise<Inbound> {
  const timers = new Map<string, NodeJS.Timeout>();
  const connectionOf = (id: string) => [...server.connections].find((connection) => connection.id === id);
  const server = new SMTPServer({
    banner: 'Case Desk',
    disabledCommands: ['AUTH', 'STARTTLS', 'VRFY', 'WIZ', 'SHELL', 'KILL'],
    disableReverseLookup: true,
    size: largestMail,
    maxClients: mostConnections,
    maxRecipients: 10,
    socketTimeout: patience,
    closeTimeout: 1_000,
    onConnect({ id }, done) {
      timers.set(
        id,
        setTimeout(() => connectionOf(id)?.send(421, 'This has taken too long.'), longest),
      );
      done();
    },
    onClose({ id }) {
      clearTimeout(timers.get(id));
      timers.delete(id);
    },
    onRcptTo(to, _, done) {
      done(to.address.toLowerCase() === address.toLowerCase() ? null : answered(550, 'There is no such mailbox here.'));
    },
    async onData(stream, { id, envelope }, done) {
      try {
        const head = await readHead(small(stream));
        const { mailFrom } = envelope;
        await take({ ...head, envelopeFrom: mailFrom ? mailFrom.address : '' });
        done();
      } catch (fault) {
        if (fault instanceof MailRefused) {
          done(answered(stream.sizeExceeded ? 552 : 554, fault.message));
          if (stream.sizeExceeded) connectionOf(id)?.close();
          return;
        }
        // Its name alone: what is behind it could hold what was in the mail.
        if (stream.readableEnded)
          log.error({ fault: fault instanceof Error ? fault.name : typeof fault }, 'a mail could not be taken; its sender tries again');
        done(answered(451, 'Try again later.'));
      }
    },
  });
  // A client that breaks off is no fault of the server's.
  server.on('error', () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(port, host, listening);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) =>
        server.close(() => {
          for (const timer of timers.values()) clearTimeout(timer);
          closed();
        }),
      ),
  };
}

/** Whoever goes on beyond the size is not listened to until they tire. */
async function* small(stream: SMTPServerDataStream): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) {
    if (stream.sizeExceeded) throw new MailRefused('The mail is too large.');
    yield piece;
  }
  if (stream.sizeExceeded) throw new MailRefused('The mail is too large.');
}

const answered = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
