import type { AuthorizeWords } from './authorize-words.ts';
import { escaped } from './markup.ts';
import { sampleOrganisations } from './organisations.ts';

/** Which sample person one is: one button each, and a way back. @param asked goes along unchanged */
export function authorizePage(asked: URLSearchParams, words: AuthorizeWords): string {
  const consent = asksForConsent(asked);
  const title = consent ? words.consentTitle : words.title;
  const hidden = [...asked].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
  const organisations = sampleOrganisations.map(
    ({ name, people }) =>
      `<fieldset><legend>${escaped(name)}</legend>${people
        .map(
          (person) =>
            `<button name="person" value="${person.id}"><strong>${escaped(person.name)}</strong> <span>${escaped(person.email)}${
              person.guest ? ` (${words.guest})` : ''
            }</span></button>`,
        )
        .join('')}</fieldset>`,
  );
  return `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="/authorize.css"></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(consent ? words.consentHint : words.hint)}</p>
<form method="post">${hidden.join('')}${organisations.join('')}<p><button name="person" value="">${words.cancel}</button></p></form></main></body>
</html>
`;
}

export const asksForConsent = (asked: URLSearchParams): boolean => /(?:^|[ /])User\.Read(?: |$)/.test(asked.get('scope') ?? '');

export const authorizeStyle = `:root { color-scheme: light dark; font: 15px/1.5 'Segoe UI', system-ui, sans-serif; }
main { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; }
fieldset { border: 1px solid #8a8a8a; border-radius: 6px; margin: 0 0 1rem; padding: .5rem; display: grid; gap: .25rem; }
button { font: inherit; text-align: start; padding: .5rem .75rem; border: 1px solid #8a8a8a; border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
button:hover { background: #8882; }
label { display: grid; gap: .25rem; }
textarea { font: inherit; padding: .5rem; border: 1px solid #8a8a8a; border-radius: 4px; background: transparent; color: inherit; }
ul { margin: 0; }
span { opacity: .85; }
`;
