import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Webhook } from 'standardwebhooks';
import { loopbackCertificate } from '../graph/certificate.ts';

export interface Taken {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export type Answer = { readonly status: number; readonly headers?: Record<string, string> } | 'hang' | 'reset';

/** A customer's own system on loopback, over HTTPS with a certificate that this process trusts from then on. */
export async function startWebhookReceiver() {
  const certificate = loopbackCertificate();
  setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
  const taken: Taken[] = [];
  const receiver = {
    url: '',
    /** Whatever came, taken or not. */
    came: taken,
    answer: (_: Taken): Answer => ({ status: 204 }),
    /** As the documentation says: throws where the signature is not good. */
    read: (secret: string, { headers, body }: Taken) => new Webhook(secret).verify(body, { ...headers }) as Record<string, unknown>,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
  const server = createServer(certificate, async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const one = { id: String(request.headers['webhook-id']), headers: request.headers as Record<string, string>, body };
    taken.push(one);
    const answer = receiver.answer(one);
    if (answer === 'hang') return;
    if (answer === 'reset') return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end('{"ok":true}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  receiver.url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
export type WebhookReceiver = Awaited<ReturnType<typeof startWebhookReceiver>>;
