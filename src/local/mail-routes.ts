import { memberOf } from './client.ts';
import { orUnknown } from './client-routes.ts';
import type { Mailbox } from './mailbox.ts';
import { answerJson, type Route, refuse } from './route.ts';

/** Nothing but what stands in the mail itself, in an origin of its own. Links open elsewhere. */
const policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** What the page shows of the mail: `box=mine` the person's own, `box=others` what went to nobody of the sample people. */
export const mailRoutes = (mailbox: Mailbox): Route[] => [
  {
    method: 'GET',
    path: '/client/mail',
    handle: ({ response, url }) =>
      orUnknown(response, () => {
        const others = url.searchParams.get('box') === 'others';
        answerJson(response, 200, mailbox.to(others ? null : memberOf(url.searchParams.get('person') ?? '').person.email));
      }),
  },
  {
    method: 'GET',
    path: '/client/mail/:id',
    handle: ({ response, parts }) => {
      const page = mailbox.page(parts['id'] ?? '');
      if (page === undefined) return refuse(response, 404, 'NotFound', 'There is no such mail, or it is text alone.');
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
      });
      response.end(`<!doctype html><base target="_blank">${page}`);
    },
  },
];
