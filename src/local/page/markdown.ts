import MarkdownIt from 'markdown-it';

/** Message text. Markup in it stays text: only Markdown becomes markup. */
const message = new MarkdownIt({ html: false, linkify: true, breaks: true });
/** Cards know a part of Markdown: emphasis, lists and links. */
const card = new MarkdownIt('zero', { html: false, breaks: true }).enable(['emphasis', 'link', 'list', 'escape', 'entity', 'newline']);

/** Plain text with its links, which lead where they say. */
const plain = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable(['linkify', 'newline']);
plain.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

export const messageHtml = (text: string): string => message.render(text);
export const cardHtml = (text: string): string => card.render(text).trim();
export const plainHtml = (text: string): string => plain.render(text);
