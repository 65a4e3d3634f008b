import type { Words } from '../en/index.ts';

export const contacts: Words['contacts'] = {
  states: {
    asked: 'n’a pas encore accepté de recevoir des messages',
    refused: 'ne souhaite pas de messages sur les dossiers',
    notAsked:
      'ne reçoit pas encore de messages et sera sollicitée avec votre prochain dossier : trop d’adresses nouvelles ont été indiquées en peu de temps',
  },
  page: {
    title: (organisation) => `Messages sur les dossiers – ${organisation}`,
    asks: (organisation) =>
      `${organisation} souhaite que Case Desk écrive à cette adresse lorsqu’il se passe quelque chose sur l’un de ses dossiers :`,
    agreeing:
      'Si vous acceptez, vous recevrez un message à chaque changement des dossiers où votre adresse figure. Si vous refusez, vous n’en recevrez aucun et la question ne vous sera plus posée.',
    unexpected: 'Vous ne savez pas de quoi il s’agit ? Refusez, ou fermez simplement cette page : sans votre accord, rien n’est envoyé.',
    agree: 'Oui, écrivez-moi',
    refuse: 'Non, ne m’écrivez pas',
    agreedTitle: 'Merci, c’est noté',
    agreed: (organisation) => `Vous recevrez désormais des messages sur les dossiers où votre adresse figure (${organisation}).`,
    refusedTitle: 'Vous ne recevrez pas de messages',
    refused: (organisation) =>
      `Vous ne recevrez aucun message sur les dossiers de cette organisation (${organisation}), et la question ne vous sera plus posée.`,
    goneTitle: 'Ce lien ne fonctionne plus',
    gone: 'Il a déjà servi, ou il est trop ancien. Rien n’a été modifié. Si vous souhaitez recevoir des messages sur un dossier, adressez-vous à la personne qui a indiqué votre adresse.',
    busyTitle: 'Veuillez réessayer',
    busy: 'La page ne peut pas être affichée pour le moment. Rien n’a été modifié ; réessayez dans un instant.',
  },
};
