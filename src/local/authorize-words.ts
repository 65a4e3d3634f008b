const english = {
  language: 'en',
  title: 'Sign in to Case Desk',
  hint: 'A stand-in for Microsoft’s sign-in, on this computer only. Choose who you are.',
  consentTitle: 'Let Case Desk read your profile',
  consentHint:
    'A stand-in for Microsoft’s consent, on this computer only. Whoever you choose lets Case Desk read their name, address and language.',
  cancel: 'Cancel',
  guest: 'guest',
};
export type AuthorizeWords = typeof english;

const french: AuthorizeWords = {
  language: 'fr',
  title: 'Se connecter à Case Desk',
  hint: 'Une doublure de la connexion Microsoft, sur cet ordinateur seulement. Choisissez qui vous êtes.',
  consentTitle: 'Autoriser Case Desk à lire votre profil',
  consentHint:
    'Une doublure du consentement Microsoft, sur cet ordinateur seulement. La personne choisie autorise Case Desk à lire son nom, son adresse et sa langue.',
  cancel: 'Annuler',
  guest: 'invité',
};

export const authorizeWords = (acceptLanguage: string | undefined): AuthorizeWords =>
  /^\s*fr\b/i.test(acceptLanguage ?? '') ? french : english;
