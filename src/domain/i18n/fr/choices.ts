import type { Words } from '../en/index.ts';

export const choices: Words['choices'] = {
  ways: { chat: 'Conversation', email: 'E-mail', feed: 'Flux d’activité' },
  kinds: {
    answers: 'Réponses et questions',
    status: 'Changements d’état',
    closing: 'Clôture',
    desk: 'Attributions et échéances',
  },
  abouts: {
    answers: 'Ce qui est écrit dans un dossier, et ce que le guichet a besoin de savoir',
    status: 'Le traitement commence, ou le dossier est rouvert',
    closing: 'Un dossier est clos, ou va l’être',
    desk: 'Un dossier vous est attribué, ou une première réponse est attendue',
  },
  toldBy: (way) => `Notifications (${way.toLowerCase()})`,
  what: 'Quoi',
  everything: (way) => `Tout : ${way}`,
  cell: (kind, way) => `${kind} : ${way}`,
  receipts: 'L’accusé de réception d’un dossier que vous créez est toujours envoyé.',
  nothing: 'Rien, sauf les accusés de réception',
  all: 'Tout',
  quiet: 'Heures calmes',
  quietHint: 'Les notifications dans la conversation attendent la fin des heures calmes, à l’heure de votre fuseau.',
  quietHintDesk:
    'Les notifications dans la conversation attendent la fin des heures calmes. Celles des dossiers de gravité A arrivent aussitôt.',
  quietOn: 'Les mêmes heures chaque jour',
  from: 'De',
  to: 'Jusqu’à',
  quietDays: 'Journées entières',
  quietEmail: 'Retenir aussi les e-mails',
  hours: (from, to) => `${from} – ${to}`,
  summary: 'E-mails aussitôt ou en récapitulatif',
  summaryEach: 'Un e-mail à chaque changement',
  summaryDays: { daily: 'Un e-mail par jour', weekdays: 'Un e-mail par jour, du lundi au vendredi' },
  summaryAt: 'À',
  summaryLine: { daily: (at) => `chaque jour à ${at}`, weekdays: (at) => `du lundi au vendredi à ${at}` },
  mailSummary: 'Récapitulatif',
  timing: 'Heures calmes et récapitulatif',
  notices: 'Notifications',
  saved: 'Votre choix est enregistré.',
  mail: {
    subject: (cases) => `Case Desk : ${cases < 2 ? 'du nouveau sur un dossier' : `du nouveau sur ${cases} dossiers`}`,
    says: (cases) =>
      cases < 2
        ? 'Voici ce qui s’est passé sur un dossier depuis le dernier récapitulatif :'
        : `Voici ce qui s’est passé sur ${cases} dossiers depuis le dernier récapitulatif :`,
    heading: (number, title) => `${number} · ${title}`,
    more: (entries) =>
      entries < 2
        ? 'Une entrée plus ancienne se trouve dans le dossier.'
        : `${entries} entrées plus anciennes se trouvent dans le dossier.`,
    left: (cases) =>
      cases < 2
        ? 'Un autre dossier a du nouveau ; vous le trouverez dans Case Desk.'
        : `${cases} autres dossiers ont du nouveau ; vous les trouverez dans Case Desk.`,
  },
};
