import type { Words } from '../en/index.ts';
import { firstView } from './first-view.ts';

export const deliveries: Words['deliveries'] = {
  ...firstView.deliveries,
  about: 'L’envoi de ces notifications a été abandonné. Renvoyez-les une fois la cause corrigée, ou supprimez-les.',
  late: 'Des notifications ont du retard',
  lateWhy:
    'Leur envoi est encore tenté et se fera de lui-même une fois la cause levée : un destinataire en panne, ou un guichet qui n’envoie plus rien.',
  lateIn: (channel, waiting, since) => `${channel} : ${waiting} en attente, la plus ancienne depuis le ${since}`,
  none: 'Toutes les notifications ont été remises, ou sont encore en cours d’envoi.',
  given: 'Abandonnée',
  again: 'Renvoyer',
  drop: 'Supprimer',
  sentAgain: 'Elle sera renvoyée.',
  dropped: 'Elle est supprimée.',
  gone: 'Elle n’est plus dans la liste : quelqu’un d’autre l’a renvoyée ou supprimée.',
  noCase: 'Sans dossier',
  desk: 'Un canal Teams',
  more: 'Afficher la suite',
  webhook: (id) => `Webhook ${id}`,
  channels: { chat: 'Conversation', email: 'E-mail', summary: 'Récapitulatif par e-mail', webhook: 'Webhook', feed: 'Flux d’activité' },
  reasons: {
    refused: 'Le destinataire l’a refusée définitivement.',
    busy: 'Le destinataire l’a différée jusqu’à ce qu’il soit trop tard.',
    unreachable: 'Le destinataire n’a pas pu être joint.',
    signInRefused: 'Le destinataire n’accepte pas la connexion du guichet. Vérifiez les paramètres du guichet.',
    uncertain: 'Elle est peut-être arrivée, deux fois au plus ; personne ne peut le dire.',
    unexpected: 'Le guichet n’a pas pu la préparer. Son journal en donne la raison.',
  },
  failed: (channel, to, reason) => `Une notification à ${to} n’a pas été remise (${channel}). ${reason}`,
};
