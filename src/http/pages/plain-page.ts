import { createHash } from 'node:crypto';
import { type Locale, words } from '../../domain/i18n/index.ts';

/** A page for somebody who is not signed in: words and at most a few buttons, without a script. */
export interface PlainPage {
  readonly locale: Locale;
  readonly title: string;
  readonly paragraphs: readonly (string | { readonly strong: string } | { readonly quiet: string })[];
  /** Buttons of one form, sent to the page's own address. */
  readonly choices?: readonly Choice[];
}

interface Choice {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly likely?: true;
}

const style = `
:root { color-scheme: light dark; --bg: #fafafa; --card: #ffffff; --fg: #242424; --quiet: #616161; --line: #d1d1d1; --brand: #5b5fc7; --on-brand: #ffffff }
@media (prefers-color-scheme: dark) { :root { --bg: #1f1f1f; --card: #292929; --fg: #ffffff; --quiet: #c7c7c7; --line: #666666; --brand: #7f85f5; --on-brand: #000000 } }
* { box-sizing: border-box }
body { margin: 0; padding: 8vh 16px; background: var(--bg); color: var(--fg); font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
main { max-width: 560px; margin: auto; padding: 32px; border: 1px solid var(--line); border-radius: 8px; background: var(--card) }
header { margin-bottom: 16px; color: var(--quiet); font-size: 14px }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.3; overflow-wrap: anywhere }
p { margin: 0 0 12px; overflow-wrap: anywhere }
.quiet { color: var(--quiet); font-size: 14px }
form { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px }
button { padding: 10px 20px; border: 1px solid var(--quiet); border-radius: 4px; background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer }
button.likely { border-color: var(--brand); background: var(--brand); color: var(--on-brand) }
:focus-visible { outline: 3px solid var(--fg); outline-offset: 2px }
@media (forced-colors: active) { button.likely { border-width: 2px } }
@media (max-width: 480px) { body { padding: 16px } main { padding: 20px } button { flex: 1 1 100% } }
`;

/** Its own style, by its hash, and its own form; nothing else. */
export const plainPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const plainPage = ({ locale, title, paragraphs, choices = [] }: PlainPage): string => `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <link rel="icon" href="data:,">
    <title>${escaped(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <header>${escaped(words(locale).cases.product)}</header>
      <h1 dir="auto">${escaped(title)}</h1>
${paragraphs.map((one) => `      ${paragraph(one)}`).join('\n')}
${choices.length > 0 ? `      <form method="post">\n${choices.map((one) => `        ${button(one)}`).join('\n')}\n      </form>\n` : ''}    </main>
  </body>
</html>
`;

function paragraph(one: PlainPage['paragraphs'][number]): string {
  if (typeof one === 'string') return `<p dir="auto">${escaped(one)}</p>`;
  return 'strong' in one
    ? `<p dir="auto"><strong>${escaped(one.strong)}</strong></p>`
    : `<p dir="auto" class="quiet">${escaped(one.quiet)}</p>`;
}

const button = ({ name, value, label, likely }: Choice): string =>
  `<button type="submit" name="${escaped(name)}" value="${escaped(value)}"${likely ? ' class="likely"' : ''}>${escaped(label)}</button>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
