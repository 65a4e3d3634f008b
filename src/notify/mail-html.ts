import type { Block, MailText } from '../domain/notice/mail-text.ts';
import { never } from '../domain/result.ts';

/** A mail as a page: styles stand in the elements, for that is all that every reader of mail keeps. Every word is escaped (F-32). */
export const htmlMail = ({ locale, subject, blocks, footer, wayOut }: MailText): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;font-family:'Segoe UI',system-ui,-apple-system,sans-serif;font-size:15px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
${blocks.map(html).join('\n')}
<hr style="border:0;border-top:1px solid #8f8f8f;margin:28px 0 12px">
${footer.map((text) => `<p style="margin:0 0 6px;font-size:13px;opacity:.75">${escaped(text)}</p>`).join('\n')}
${wayOut ? `<p style="margin:0;font-size:13px;opacity:.75"><a href="${escaped(wayOut.url)}" style="color:inherit">${escaped(wayOut.text)}</a></p>` : ''}
</div>
</body>
</html>
`;

function html(block: Block): string {
  switch (block.is) {
    case 'says':
      return `<p style="margin:0 0 14px">${escaped(block.text)}</p>`;
    case 'title':
      return `<h1 dir="auto" style="margin:0 0 14px;font-size:20px;line-height:1.3;font-weight:600;overflow-wrap:anywhere">${escaped(block.text)}</h1>`;
    case 'heading':
      return `<h2 style="margin:20px 0 6px;font-size:15px;font-weight:600">${escaped(block.text)}</h2>`;
    case 'entry':
      return `<p style="margin:0 0 6px"><strong>${escaped(block.text)}</strong> <span style="font-size:13px;opacity:.75;white-space:nowrap">${escaped(block.at)}</span></p>`;
    case 'quote':
      return `<blockquote dir="auto" style="margin:0 0 14px;padding:4px 0 4px 12px;border-left:3px solid #8f8f8f;white-space:pre-wrap;overflow-wrap:anywhere">${escaped(block.text)}</blockquote>`;
    case 'facts':
      return `<table role="presentation" style="border-collapse:collapse;margin:0 0 14px;font-size:14px">${block.rows.map(row).join('')}</table>`;
    case 'code':
      return `<p style="margin:0 0 14px;font-size:28px;font-weight:600;letter-spacing:4px;font-family:Consolas,Menlo,monospace">${escaped(block.text)}</p>`;
    case 'button':
      return `<p style="margin:20px 0"><a href="${escaped(block.url)}" style="display:inline-block;padding:9px 18px;border-radius:4px;background:#5b5fc7;color:#ffffff;text-decoration:none;font-weight:600">${escaped(block.text)}</a></p>`;
    default:
      return never(block);
  }
}

const row = ({ label, text }: { readonly label: string; readonly text: string }): string =>
  `<tr><td style="padding:2px 16px 2px 0;opacity:.75;vertical-align:top">${escaped(label)}</td><td dir="auto" style="padding:2px 0;overflow-wrap:anywhere">${escaped(text)}</td></tr>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);
