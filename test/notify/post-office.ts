import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  readonly url: string;
  readonly mails: Email[];
  /** Connections that were made to it. */
  connections: number;
  /** Ends every connection, as a server may at any moment. */
  hangUp(): void;
  /** Answers in place of 250, by command; consulted each time. */
  refuse: (at: 'MAIL' | 'RCPT' | 'DATA', address: string) => number | null;
  /** The mails to an address once there are so many. */
  mailsTo(address: string, count: number): Promise<readonly Email[]>;
  close(): Promise<void>;
}

/** A real SMTP server whose mail is read back by a real parser. */
export async function startPostOffice(): Promise<PostOffice> {
  const mails: Email[] = [];
  const sockets = new Set<Socket>();
  let watching = () => {};
  const answer = (code: number | null) => (code === null ? null : Object.assign(new Error('as told by the test'), { responseCode: code }));
  const office: PostOffice = {
    url: '',
    mails,
    connections: 0,
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    refuse: () => null,
    mailsTo: (address, count) =>
      new Promise((reached) => {
        watching = () => {
          const found = mails.filter(({ to }) => to?.some((someone) => someone.address === address));
          if (found.length >= count) reached(found);
        };
        watching();
      }),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom: ({ address }, _, done) => done(answer(office.refuse('MAIL', address))),
    onRcptTo: ({ address }, _, done) => done(answer(office.refuse('RCPT', address))),
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const refused = office.refuse('DATA', session.envelope.rcptTo[0]?.address ?? '');
      if (refused !== null) return done(answer(refused));
      mails.push(await PostalMime.parse(Buffer.concat(chunks)));
      done();
      watching();
    },
  });
  server.server.on('connection', (socket: Socket) => {
    office.connections += 1;
    sockets.add(socket.on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return Object.assign(office, { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
}

/** A server that takes a mail's content and then says nothing, or hangs up; or says nothing at all. */
export async function startMute(
  how: 'hangsUpAfterData' | 'silentAfterData' | 'silent' | 'hangsUp',
): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    if (how === 'silent') return;
    if (how === 'hangsUp') return void socket.destroy();
    socket.write('220 here\r\n');
    let content = false;
    socket.on('data', (chunk) => {
      const said = String(chunk);
      if (content) {
        if (said.endsWith('\r\n.\r\n') && how === 'hangsUpAfterData') socket.destroy();
        return;
      }
      content = /^DATA/im.test(said);
      for (const line of said.trim().split('\r\n')) socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : '250 well\r\n');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
