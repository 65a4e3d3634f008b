import { words } from '../domain/i18n/index.ts';
import type { Block, MailText } from '../domain/notice/mail-text.ts';
import { never } from '../domain/result.ts';

/** A mail as plain text. What people wrote is set apart by a bar, so that nobody mistakes it for the desk's words. */
export function plainMail({ locale, blocks, footer, wayOut }: MailText): string {
  const { labelled } = words(locale).mail;
  return [...blocks.map((block) => plain(block, labelled)), '-- ', ...footer, ...(wayOut ? [`${wayOut.text}\n${wayOut.url}`] : [])]
    .join('\n\n')
    .concat('\n');
}

function plain(block: Block, labelled: (label: string, text: string) => string): string {
  switch (block.is) {
    case 'says':
    case 'heading':
      return block.text;
    case 'title':
      return oneLine(block.text);
    case 'entry':
      return `${block.at} · ${oneLine(block.text)}`;
    case 'quote':
      return block.text
        .split(/\r\n|[\r\n]/)
        .map((line) => `| ${line}`.trimEnd())
        .join('\n');
    case 'facts':
      return block.rows.map(({ label, text }) => labelled(label, oneLine(text))).join('\n');
    case 'code':
      return `    ${block.text}`;
    case 'button':
      return `${block.text}\n${block.url}`;
    default:
      return never(block);
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
