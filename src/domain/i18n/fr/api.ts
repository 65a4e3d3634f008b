import type { Words } from '../en/index.ts';

export const api: Words['api'] = {
  problems: {
    unauthenticated: {
      title: 'Connexion requise',
      detail: 'Envoyez un jeton d’accès valide comme jeton du porteur. Si vous en aviez un, reconnectez-vous.',
    },
    unknownPerson: {
      title: 'Compte inconnu ici',
      detail: 'Votre connexion est valide, mais votre organisation n’utilise pas ce guichet, ou vous n’en faites plus partie.',
    },
    tenantSuspended: {
      title: 'Votre organisation est suspendue',
      detail:
        'Le guichet ne sert pas votre organisation pour le moment. Rien n’est perdu ; votre administration peut en demander la raison au guichet.',
    },
    tenantWaiting: {
      title: 'Votre organisation n’est pas encore admise',
      detail:
        'Le guichet sert les organisations qu’il a admises, et sait maintenant que la vôtre s’est présentée. Réessayez plus tard, ou adressez-vous à votre administration.',
    },
    insufficientScope: {
      title: 'Hors de la portée de cette clé',
      detail: 'Cette clé n’a pas été créée pour cela. L’administration peut en créer une qui le permet.',
    },
    crossSite: {
      title: 'Requête étrangère à la page du guichet',
      detail: 'Avec une session, seules les modifications faites depuis la page du guichet sont acceptées. Ouvrez le guichet et réessayez.',
    },
    consentNeeded: {
      title: 'Votre accord est nécessaire',
      detail:
        'Microsoft ne laisse le guichet lire votre profil qu’une fois votre accord donné. Donnez-le sur la page indiquée, puis réessayez.',
    },
    malformedRequest: {
      title: 'Requête illisible',
      detail: 'La requête ne peut pas être lue. Vérifiez son adresse, ses en-têtes et son JSON.',
    },
    unsupportedMediaType: {
      title: 'Type de contenu non accepté',
      detail: 'Envoyez le corps en application/json, en UTF-8 et sans compression.',
    },
    tooLarge: { title: 'Trop volumineux', detail: 'Le corps de cette requête ne peut pas dépasser 256 ko.' },
    preconditionRequired: {
      title: 'Version requise',
      detail: 'Envoyez la version que vous avez vue : l’ETag du dossier, dans l’en-tête If-Match.',
    },
    methodNotAllowed: {
      title: 'Méthode non acceptée',
      detail: 'Cette adresse ne connaît pas cette méthode. L’en-tête Allow indique celles qu’elle connaît.',
    },
    tooManyRequests: {
      title: 'Trop de requêtes',
      detail: 'Trop de requêtes sont arrivées en peu de temps. Celle-ci n’a eu aucun effet ; réessayez dans un instant.',
    },
    unavailable: { title: 'Indisponible pour le moment', detail: 'Le guichet est occupé ou démarre. Réessayez dans un instant.' },
    unexpected: {
      title: 'Une erreur de notre côté',
      detail: 'Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez dans un instant.',
    },
  },
  noSuchRecord: 'Cela n’existe pas, ou vous ne pouvez pas le voir. Cherchez-le dans la liste dont il provient.',
  noSuchAddress: 'Il n’y a rien à cette adresse.',
};
