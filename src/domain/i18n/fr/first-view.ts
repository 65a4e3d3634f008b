import type { FirstWords } from '../en/first-view.ts';
import { plural } from './plural.ts';
import { list } from './tab-list.ts';
import { tabShell } from './tab-shell.ts';

/** What the tab’s first view says, and nothing else: the words of other pages come with those. */
export const firstView: FirstWords = {
  cases: {
    product: 'Case Desk',
    statuses: {
      new: 'Nouveau',
      inProgress: 'En cours',
      waitingOnRequester: 'En attente de votre réponse',
      resolved: 'Résolu',
      cancelled: 'Annulé',
      closedUnresolved: 'Clos sans solution',
    },
    waitingOnRequester: 'En attente du demandeur',
    escalated: 'Escalade demandée',
    attributes: {
      noTarget: 'Pas d’objectif',
    },
    exception: {
      badge: 'Exception',
    },
  },
  exports: {
    button: 'CSV',
    ready: (name) => `${name} est enregistré dans vos téléchargements.`,
    buttonFor: (list) => `Télécharger au format CSV : ${list}`,
  },
  refusals: {
    notAllowed: 'Votre rôle ne le permet pas. Adressez-vous à un gestionnaire de dossiers ou à l’administration de votre organisation.',
    unexpected: 'Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez dans un instant.',
    busy: 'Le guichet est occupé ou démarre. Réessayez dans un instant.',
    why: {
      guest:
        'Les invités ne peuvent ni créer ni voir de dossiers ici. Adressez-vous à un membre de cette organisation, ou utilisez l’application dans la vôtre.',
    },
  },
  deliveries: {
    title: 'Notifications non remises',
    count: (count) => (count < 2 ? `${count} non remise` : `${count} non remises`),
  },
  outages: {
    nav: 'Pannes',
  },
  replies: {
    title: 'Réponses enregistrées',
  },
  roomPages: {
    title: 'Salles',
  },
  packs: {
    nav: 'Lots',
    waiting: (count) => plural(count, '1 demande en attente', 'demandes en attente'),
  },
  partners: {
    nav: { own: 'Fiche partenaire', manages: 'Partenaires' },
  },
  channels: {
    tab: {
      nav: 'Canaux',
    },
  },
  tab: {
    ...tabShell,
    list,
    case: { you: list.you },
    tenants: {
      nav: 'Organisations',
    },
    setUpCheck: {
      nav: 'Installation',
    },
    integrations: {
      title: 'Intégrations',
    },
  },
};
