import type { Words } from '../en/index.ts';

export const refusals: Words['refusals'] = {
  titles: {
    notFound: 'Introuvable',
    notAllowed: 'Vous n’y êtes pas autorisé',
    invalid: 'Il y a quelque chose à corriger',
    changed: 'Le dossier a changé',
    illegalStep: 'Impossible pour le moment',
    alreadyUsed: 'Ce formulaire a déjà été envoyé',
    mistypedNumber: 'Ce numéro est mal saisi',
    directedElsewhere: 'Cette question relève d’un autre service',
    limitReached: 'C’est trop à la fois',
  },
  notFound: 'Ce dossier n’existe pas, ou vous ne pouvez pas le voir. Vérifiez le numéro ou cherchez dans vos listes.',
  notAllowed: 'Votre rôle ne le permet pas. Adressez-vous à un gestionnaire de dossiers ou à un administrateur de votre organisation.',
  why: {
    onBehalfOfAnother:
      'À ce guichet, seule une personne de l’organisation cliente ouvre un dossier, partenaire ou non. Demandez à un de ses administrateurs de l’ouvrir et de vous ajouter comme contact.',
    guest:
      'Les invités ne peuvent ni ouvrir ni voir de dossiers ici. Adressez-vous à une personne de l’organisation, ou utilisez l’application dans la vôtre.',
    notOfThisDesk: 'Seuls les membres d’une organisation ouvrent des dossiers. Les ingénieurs y répondent.',
    tooLateToReopen: 'Le délai pour rouvrir ce dossier est passé. Ouvrez-en un nouveau en citant celui-ci.',
    notAnEngineerOfThisDesk: 'Cette personne ne travaille pas pour ce guichet. Choisissez l’un de ses ingénieurs.',
  },
  invalid: 'Veuillez corriger ce qui est indiqué. Tout ce que vous avez saisi est conservé.',
  changed:
    'Quelqu’un a modifié le dossier pendant que vous l’aviez ouvert. Voyez ce qui a changé et décidez de nouveau ; votre saisie est conservée.',
  illegalStep: (status) =>
    ({
      new: 'Le dossier est nouveau : cette étape n’est pas encore possible.',
      inProgress: 'Le dossier est en cours : cette étape n’est pas possible maintenant.',
      waitingOnRequester: 'Le dossier attend une réponse : cette étape n’est pas possible maintenant.',
      resolved: 'Le dossier est déjà résolu.',
      cancelled: 'Le dossier est déjà annulé. Ouvrez-en un nouveau si nécessaire.',
      closedUnresolved: 'Le dossier est déjà clos.',
    })[status],
  alreadyUsed: 'Ce formulaire a déjà été envoyé avec un autre contenu. Ouvrez un nouveau formulaire pour un autre dossier.',
  mistypedNumber: 'Un caractère de ce numéro de dossier est faux. Comparez-le avec votre accusé de réception.',
  directedElsewhere: 'Un autre service répond à cette question ; aucun dossier n’est ouvert ici.',
  limits: {
    drafts: (max) => `Vous avez ${max} brouillons. Envoyez-en ou supprimez-en un d’abord.`,
    files: (max) => `${max} fichiers au plus.`,
    fileSize: (max) => `Un fichier pèse au plus ${Math.floor(max / 1024 / 1024)} Mo.`,
    batch: (max) => `${max} dossiers à la fois au plus.`,
  },
  unexpected: 'Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez dans un instant.',
  busy: 'Le guichet est occupé ou démarre. Réessayez dans un instant.',
};
