import type { InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

const composing = (composeExtension: object): InvokeResponse => ({ status: 200, body: { composeExtension } });

/** A card to share, and what only whoever shares it sees of it before. */
export interface Offered {
  readonly card: AdaptiveCard;
  readonly preview: { readonly title: string; readonly text?: string };
}

/** What Teams lays before the person, or into the message they are writing. */
export const offering = (offered: readonly Offered[]): InvokeResponse =>
  composing({
    type: 'result',
    attachmentLayout: 'list',
    attachments: offered.map(({ card, preview }) => ({
      contentType,
      content: card,
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: inert(preview.title), ...(preview.text !== undefined && { text: inert(preview.text) }) },
      },
    })),
  });

/** The same as for a link of somebody else's: nothing is shown. */
export const nothing: InvokeResponse = offering([]);

export const saying = (sentence: string): InvokeResponse => composing({ type: 'message', text: sentence });

/** Some clients read markup in a preview. */
const inert = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
