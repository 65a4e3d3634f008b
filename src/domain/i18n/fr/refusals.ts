import type { Words } from '../en/index.ts';

export const refusals: Words['refusals'] = {
  titles: {
    notFound: 'Introuvable',
    notAllowed: 'Action non autorisée',
    invalid: 'Quelque chose est à corriger',
    changed: 'Le dossier a changé',
    illegalStep: 'Impossible pour le moment',
    alreadyUsed: 'Ce formulaire a déjà été envoyé',
    mistypedNumber: 'Ce numéro est mal saisi',
    directedElsewhere: 'Cette question relève d’un autre service',
    limitReached: 'Limite atteinte',
  },
  notFound: 'Ce dossier n’existe pas, ou vous ne pouvez pas le voir. Vérifiez le numéro ou cherchez dans vos listes.',
  notAllowed: 'Votre rôle ne le permet pas. Adressez-vous à un gestionnaire de dossiers ou à l’administration de votre organisation.',
  why: {
    onBehalfOfAnother:
      'À ce guichet, seules les personnes de l’organisation cliente créent des dossiers ; personne, partenaire ou non, ne peut le faire à leur place. Demandez à l’administration de cette organisation de créer le dossier et de vous y ajouter comme contact.',
    guest:
      'Les invités ne peuvent ni créer ni voir de dossiers ici. Adressez-vous à un membre de cette organisation, ou utilisez l’application dans la vôtre.',
    notOfThisDesk:
      'Seuls les membres d’une organisation cliente créent des dossiers ; les ingénieurs y répondent. Prenez plutôt en charge un dossier de la file d’attente.',
    tooLateToReopen: 'Ce dossier ne peut plus être rouvert : le délai est passé. Créez-en un nouveau en y citant le numéro de celui-ci.',
    notAnEngineerOfThisDesk: 'Cette personne ne travaille pas pour ce guichet. Choisissez l’un de ses ingénieurs.',
  },
  invalid: 'Veuillez corriger les points signalés. Tout ce que vous avez saisi est conservé.',
  changed:
    'Quelqu’un a modifié le dossier pendant que vous l’aviez ouvert. Regardez ce qui a changé, puis décidez à nouveau ; votre saisie est conservée.',
  illegalStep: (status) =>
    ({
      new: 'Le dossier est nouveau : cette étape n’est pas encore possible. Ouvrez le dossier pour voir ce qui l’est.',
      inProgress: 'Le dossier est en cours : cette étape n’est pas possible maintenant. Ouvrez le dossier pour voir ce qui l’est.',
      waitingOnRequester:
        'Le dossier attend une réponse : cette étape n’est pas possible maintenant. Ouvrez le dossier pour voir ce qui l’est.',
      resolved: 'Le dossier est déjà résolu. Rouvrez-le s’il reste quelque chose à faire.',
      cancelled: 'Le dossier est déjà annulé. Créez-en un nouveau si nécessaire.',
      closedUnresolved: 'Le dossier est déjà clos. Rouvrez-le s’il reste quelque chose à faire.',
    })[status],
  alreadyUsed: 'Ce formulaire a déjà été envoyé avec un autre contenu. Commencez un nouveau formulaire pour un autre dossier.',
  mistypedNumber:
    'Un caractère de ce numéro de dossier est erroné. Comparez-le avec la carte ou le message que vous avez reçu, ou cherchez dans vos listes.',
  directedElsewhere: 'Un autre service répond à cette question ; aucun dossier n’est créé ici.',
  limits: {
    drafts: (max) => `Vous avez ${max} brouillons. Envoyez-en un ou supprimez-en un d’abord.`,
    files: (max) => `${max} fichiers au plus. Retirez-en un pour en ajouter un autre.`,
    fileSize: (max) => `Un fichier ne peut pas dépasser ${Math.floor(max / 1024 / 1024)} Mo. Allégez-le ou scindez-le.`,
    batch: (max) => `${max} dossiers à la fois au plus. Sélectionnez-en moins.`,
  },
  unexpected: 'Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez dans un instant.',
  busy: 'Le guichet est occupé ou démarre. Réessayez dans un instant.',
};
