import type { Words } from '../index.ts';

export const bot: Words['bot'] = {
  form: {
    learnMore: 'En savoir plus',
    time: 'Heure',
    zone: 'Fuseau horaire',
    which: 'Laquelle des deux',
    earlier: 'La première',
    later: 'La seconde',
    attachList: 'Joignez le CSV ici dans la conversation avec le trombone, puis envoyez-le.',
    attachDocuments: 'Joignez des fichiers ici dans la conversation avec le trombone, puis envoyez-les.',
  },
};
