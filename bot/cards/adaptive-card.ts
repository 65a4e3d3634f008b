/** A card as its schema has it; `card.ts` makes them. */
export type AdaptiveCard = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' };
