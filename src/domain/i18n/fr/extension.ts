import type { Words } from '../en/index.ts';

export const extension: Words['extension'] = {
  createCase: {
    title: 'Créer un dossier avec ce message',
    about: 'Commencer un dossier avec le texte de ce message',
  },
  findCase: {
    title: 'Trouver un dossier',
    about: 'Trouver un dossier et partager son numéro',
    words: 'Numéro ou mots-clés',
    wordsAbout: 'Un numéro de dossier, ou des mots du dossier',
  },
  from: (title) => `À partir du message « ${title} »`,
  fromWithoutText: 'À partir d’un message sans texte',
  carried: (who, when) => `Message de ${who}${when === null ? '' : `, ${when}`} :`,
  somebody: 'une personne non nommée',
  cut: '[La suite du message n’est pas reprise.]',
  noMessage:
    'Ce message ne peut pas être lu ici. Copiez son texte, puis créez un dossier dans la conversation avec Case Desk ou dans l’onglet.',
  created: {
    about: 'Vous pouvez le partager dans la conversation : tout le monde voit son numéro ; son contenu, seules les personnes autorisées.',
    share: 'Partager le numéro ici',
    show: 'Afficher le dossier',
    inTab: 'Ouvrir dans l’onglet',
  },
  shared: {
    title: (number) => `Un dossier : ${number}`,
    about: 'Son contenu s’affiche pour les personnes autorisées à le voir.',
    open: 'Ouvrir le dossier',
    inTab: 'Ouvrir dans l’onglet',
  },
  unnamed: {
    title: 'Un dossier dans Case Desk',
    about: 'Son contenu s’affiche dans Case Desk pour les personnes autorisées à le voir.',
    open: 'Ouvrir Case Desk',
  },
  nothingFound: 'Aucun dossier ne correspond. Essayez d’autres mots, ou le numéro du dossier.',
  noMore: 'Ajoutez des mots pour préciser la recherche.',
};
