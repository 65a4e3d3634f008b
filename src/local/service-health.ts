import type { SampleAnnouncements, SampleProblem } from './announcements.ts';
import { readBytes } from './body.ts';
import { escaped } from './markup.ts';
import { type Route, refuse } from './route.ts';
import { type ServiceHealthWords, serviceHealthWords } from './service-health-words.ts';

export const serviceHealthPath = '/service-health';
const largestForm = 32 * 1_024;
const longestPost = 2_000;

/** CS-12: a page on which one is Microsoft, and says how its problems go on. */
export const serviceHealthRoutes = (announcements: SampleAnnouncements, url: () => string): Route[] => [
  {
    method: 'GET',
    path: serviceHealthPath,
    handle({ request, response }) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      });
      response.end(page(announcements.all(), serviceHealthWords(request.headers['accept-language'])));
    },
  },
  {
    method: 'POST',
    path: serviceHealthPath,
    async handle({ request, response }) {
      if (request.headers.origin !== url()) return refuse(response, 403, 'Forbidden', 'Only this page may ask for that.');
      const said = new URLSearchParams((await readBytes(request, largestForm)).toString('utf8'));
      const text = (said.get('text') ?? '').trim().slice(0, longestPost);
      if (text) announcements.say(said.get('id') ?? '', text, said.get('over') === 'yes');
      response.writeHead(303, { location: serviceHealthPath }).end();
    },
  },
];

const page = (problems: readonly SampleProblem[], words: ServiceHealthWords): string => `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title><link rel="stylesheet" href="/authorize.css"></head>
<body><main><h1>${escaped(words.title)}</h1><p>${escaped(words.hint)}</p>${problems.map((one) => problemForm(one, words)).join('')}</main></body>
</html>
`;

function problemForm({ id, service, title, over, posts }: SampleProblem, words: ServiceHealthWords): string {
  const said = posts.map(({ text }) => `<li lang="en">${escaped(text)}</li>`).join('');
  const say = over
    ? ''
    : `<label>${escaped(words.say)}<textarea name="text" rows="2" maxlength="${longestPost}" required>${escaped(words.sample)}</textarea></label>
<button name="over" value="no">${escaped(words.post)}</button><button name="over" value="yes">${escaped(words.resolve)}</button>`;
  return `<form method="post"><fieldset><legend>${escaped(`${service}, ${id}`)}${over ? ` (${escaped(words.over)})` : ''}</legend>
<input type="hidden" name="id" value="${escaped(id)}"><strong lang="en">${escaped(title)}</strong><ul>${said}</ul>${say}</fieldset></form>`;
}
