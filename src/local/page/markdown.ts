import MarkdownIt from 'markdown-it';

/** Message text. Markup in it stays text: only Markdown becomes markup. */
const message = new MarkdownIt({ html: false, linkify: true, breaks: true });
/** Cards know a part of Markdown: emphasis, lists and links. */
const card = new MarkdownIt('zero', { html: false, breaks: true }).enable(['emphasis', 'link', 'list', 'escape', 'newline']);

export const messageHtml = (text: string): string => message.render(text);
export const cardHtml = (text: string): string => card.render(text).trim();
