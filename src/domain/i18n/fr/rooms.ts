import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

export const rooms: Words['desks']['rooms'] = {
  name: 'Salles de réunion',
  team: 'Le guichet des salles',
  about: 'Signaler une panne dans une salle de réunion, ou poser une question sur le service',
  caseTypes: {
    roomIncident: {
      name: 'Incident dans une salle de réunion',
      about: 'Quelque chose ne fonctionne pas dans une ou plusieurs salles. L’incident est critique et passe avant tout le reste.',
      ready: 'À avoir sous la main : les salles concernées, ce qui se passe, et depuis quand.',
    },
    roomsQuestion: {
      name: 'Question sur les salles de réunion',
      about: 'Le fonctionnement du service, ce qu’il couvre, vos projets.',
      ready: 'Rien à préparer.',
    },
  },
  fields: {
    ...commonFields,
    rooms: { label: 'Salles' },
    highImpact: {
      label: 'L’impact est élevé',
      hint: 'Par exemple un conseil d’administration, un événement, ou beaucoup de personnes empêchées de travailler.',
    },
    impactReason: { label: 'Pourquoi l’impact est élevé' },
  },
  options: {},
  reasons: {
    hardware: 'équipement réparé ou remplacé',
    software: 'logiciel réparé ou mis à jour',
    network: 'réseau réparé',
    configuration: 'réglages corrigés',
    peripheral: 'caméra, micro, écran ou câble',
    userGuidance: 'fonctionnement expliqué',
    recovered: 'rétabli de soi-même',
    otherReason: 'autre motif',
    noLongerNeeded: 'n’est plus nécessaire',
    openedByMistake: 'créé par erreur',
    duplicate: 'doublon d’un autre incident',
    noAnswer: 'pas de réponse du demandeur',
    notSupported: 'non pris en charge',
    notPossible: 'impossible',
  },
  elsewhere: {},
  guidance: {},
};
