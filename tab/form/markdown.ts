import MarkdownIt from 'markdown-it';

/** Cards write links in Markdown. HTML stays text, and pictures are left out: what a person wrote may stand in it. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');

export const renderMarkdown = (text: string): string => markdown.renderInline(text);
