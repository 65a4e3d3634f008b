import type { health as english } from '../en/health.ts';

export const health: typeof english = {
  title: 'Problèmes connus',
  readAt: (when) => `État des services Microsoft, lu le ${when}.`,
  allWell: 'Microsoft ne signale aucun problème.',
  unreadable: 'L’état des services Microsoft ne peut pas être lu pour l’instant. Vous pouvez créer votre dossier.',
  unreadableSince: (when) =>
    `L’état des services Microsoft ne peut pas être lu pour l’instant ; voici ce qu’il indiquait le ${when}. Vous pouvez créer votre dossier.`,
  issue: (service, id, when) => `${service}, ${id}, depuis le ${when}`,
  outage: (when) => `Le guichet y travaille depuis le ${when}.`,
  instead: 'Si c’est votre problème, suivez-le plutôt que de créer un dossier.',
  follow: 'Suivre',
  unfollow: 'Ne plus suivre',
  followed: (title) => `Vous suivez « ${title} » : vous serez informé par e-mail de la suite, et aucun dossier n’a été créé.`,
  unfollowed: (title) => `Vous ne suivez plus « ${title} ».`,
  letter: {
    subject: (outage) => `Du nouveau : ${outage}`,
    news: (name, outage) => `Bonjour ${name}. Le guichet a du nouveau sur « ${outage} », que vous suivez.`,
    over: (name, outage) =>
      `Bonjour ${name}. « ${outage} », que vous suivez, est terminé. Si quelque chose ne fonctionne toujours pas, créez un dossier.`,
    announced: {
      news: (name, title, id) => `Bonjour ${name}. Microsoft a du nouveau sur « ${title} » (${id}), que vous suivez.`,
      over: (name, title, id) =>
        `Bonjour ${name}. Microsoft indique que « ${title} » (${id}), que vous suivez, est résolu. Si quelque chose ne fonctionne toujours pas, créez un dossier.`,
      gone: (name, title, id) =>
        `Bonjour ${name}. Microsoft ne signale plus « ${title} » (${id}), que vous suiviez ; vous n’en recevrez plus de nouvelles. Si quelque chose ne fonctionne toujours pas, créez un dossier.`,
      says: 'Microsoft écrit, en anglais',
    },
  },
  seeThere: 'Voir chez Microsoft',
};
