import type { Theme } from '../../src/local/page/session.ts';

export type Language = 'en' | 'fr';

/** How a picture is taken. Every theme in both languages on a wide screen; the narrow one adds only what the width changes. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: 'wide' | 'narrow';
}

const all: readonly Theme[] = ['default', 'dark', 'contrast'];

export const looks: readonly Look[] = (['en', 'fr'] as const).flatMap((language) => [
  ...all.map((theme) => ({ language, theme, width: 'wide' as const })),
  { language, theme: 'default' as const, width: 'narrow' as const },
]);

export const locales = { en: 'en-US', fr: 'fr-FR' } as const;
export const zones = { en: 'America/New_York', fr: 'Europe/Paris' } as const;
export const pixels = { wide: 1280, narrow: 420 } as const;

export const lookName = ({ language, theme, width }: Look): string => `${language}-${theme === 'default' ? 'light' : theme}-${width}`;

/** Who is in the pictures of a language. */
export const people = {
  en: { customer: 'Jordan', engineer: 'Sam', lead: 'Ingrid', partner: 'Priya' },
  fr: { customer: 'Camille', engineer: 'Nadia', lead: 'Ingrid', partner: 'Priya' },
} as const;
export type Who = keyof (typeof people)['en'];
