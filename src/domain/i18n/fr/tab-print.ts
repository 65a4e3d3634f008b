import type { Words } from '../en/index.ts';

export const tabPrint: Pick<Words['tab'], 'print'> = {
  print: {
    print: 'Imprimer',
    back: 'Retour au dossier',
    withInternal: 'Avec ce qui est interne',
    internalTitle: 'Avec les notes internes : à ne pas transmettre',
    internal: 'INTERNE',
    gathering: 'Préparation de l’historique…',
    left: (count) =>
      count < 2
        ? '1 entrée plus ancienne n’est pas reprise.'
        : `${count.toLocaleString('fr')} entrées plus anciennes ne sont pas reprises.`,
    madeBy: (who, when, zone) => `Imprimé par ${who}, ${when}. Les heures sont celles de ${zone}.`,
  },
};
