import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

export const cloudServices: Words['desks']['cloudServices'] = {
  name: 'Services cloud',
  team: 'Le guichet des services cloud',
  about: 'Problèmes avec Azure, Microsoft 365 et Dynamics 365, pour les clients que vous suivez',
  caseTypes: {
    cloudBilling: {
      name: 'Facturation et fraude',
      about: 'Factures, contestations, soupçons de fraude. Gratuit.',
      ready: 'À préparer : la facture ou l’abonnement concerné.',
    },
  },
  fields: { ...commonFields },
  options: {},
  reasons: {
    problemSolved: 'problème résolu',
    noLongerNeeded: 'n’est plus nécessaire',
    openedByMistake: 'créée par erreur',
    duplicate: 'doublon d’une autre demande',
    solvedOtherwise: 'réglée autrement',
    otherReason: 'autre motif',
    noAnswer: 'pas de réponse du demandeur',
    notSupported: 'non pris en charge',
    notPossible: 'impossible',
  },
  elsewhere: {},
  guidance: {},
};
