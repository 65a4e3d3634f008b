import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

export const professionalSupport: Words['desks']['professionalSupport'] = {
  name: 'Support professionnel',
  team: 'Le guichet du support professionnel',
  about: 'Un problème avec un produit pris en charge, suivi jusqu’à sa résolution',
  caseTypes: {
    supportIncident: {
      name: 'Incident de support',
      about: 'Un seul problème, indivisible, avec un seul produit.',
      ready: 'À préparer : le produit, sa version, et ce que vous avez essayé.',
    },
  },
  fields: { ...commonFields },
  options: {},
  reasons: {
    problemSolved: 'problème résolu',
    workaround: 'contournement accepté',
    closedEarly: 'clos plus tôt, à la demande',
    openedByMistake: 'créé par erreur',
    duplicate: 'doublon d’un autre incident',
    otherReason: 'autre motif',
    noAnswer: 'pas de réponse du demandeur',
    noSolution: 'aucune solution trouvée',
    notSupported: 'non pris en charge',
    notPossible: 'impossible',
  },
  elsewhere: {},
  guidance: {},
};
