import { listNames } from './list-names.ts';
import { plural } from './plural.ts';
import { tabSignIn } from './tab-sign-in.ts';

/** What surrounds every page of the tab. */
export const tabShell: typeof import('../en/tab-shell.ts').tabShell = {
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  back: 'Retour',
  close: 'Fermer',
  cancel: 'Ne rien changer',
  send: 'Envoyer',
  save: 'Enregistrer',
  remove: 'Retirer',
  optional: 'facultatif',
  skipToContent: 'Aller au contenu',
  menu: 'Menu',
  opensElsewhere: 's’ouvre dans une nouvelle fenêtre',
  nav: {
    label: 'Vues',
    create: 'Créer un dossier',
    drafts: 'Brouillons',
    reports: 'Rapports',
    customers: 'Clients',
    profile: 'Profil',
    organisation: 'Organisation',
    feedback: 'Votre avis',
    api: 'API',
    keyboard: 'Clavier',
  },
  views: listNames,
  openCount: (count) => plural(count, `${count} ouvert`, 'ouverts'),
  waitingCount: (count) => plural(count, `${count} en attente de votre réponse`, 'en attente de votre réponse'),
  signIn: tabSignIn,
  start: {
    open: 'Ouvrir dans Teams',
    starting: 'Connexion en cours',
    silent: 'Teams ne répond pas',
    silentWhy: 'La page n’a pas pu joindre Teams. Rechargez-la ; si cela ne suffit pas, fermez l’application dans Teams puis rouvrez-la.',
    noSignIn: 'La connexion a échoué',
    noSignInWhy:
      'Teams n’a pas pu vous connecter. S’il demande votre accord, donnez-le et réessayez ; sinon, adressez-vous à votre administrateur.',
  },
  errors: {
    offline: 'Vous êtes hors ligne',
    offlineWhy: 'Le guichet est injoignable. Ce qui est affiché peut dater ; votre saisie est conservée ici.',
    backOnline: 'La connexion est rétablie.',
    timedOut: 'La réponse se fait attendre',
    timedOutWhy: 'Le guichet n’a pas répondu à temps. Réessayez dans un instant.',
    unexpected: 'Un problème est survenu',
    copyDetails: 'Copier les détails',
    detailsCopied: 'Les détails sont copiés.',
    unknownPage: 'Cette page n’existe pas',
    unknownPageWhy: 'L’adresse est peut-être incomplète. Choisissez une vue, ou cherchez le dossier par son numéro.',
    crashed: 'Cette page ne peut pas s’afficher',
    crashedWhy: 'Rien de ce que vous avez envoyé n’est perdu. Rechargez la page.',
    reload: 'Recharger',
  },
};
