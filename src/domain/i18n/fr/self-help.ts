import type { Words } from '../en/index.ts';

export const selfHelp: Words['selfHelp'] = {
  title: 'D’abord, l’auto-assistance',
  about:
    'Une demande pour un client commence par ce qui peut se résoudre sans le guichet. Cherchez ici, ou montrez au client comment s’y prendre.',
  otherwise: 'Si cela ne suffit pas, le formulaire demande ce que vous avez essayé et pourquoi cela ne peut être résolu chez vous.',
  links: {
    azureDocs: 'Documentation d’Azure exploité par 21Vianet',
    microsoft365Docs: 'Microsoft 365 exploité par 21Vianet : les différences et l’usage',
    dynamicsDocs: 'Power Platform et Dynamics 365 exploités par 21Vianet',
  },
  outcomes: {
    solved: 'C’est résolu',
    customerInstructed: 'Le client sait comment faire',
    notSolved: 'Pas résolu',
  },
  ended: {
    solved: 'Noté comme résolu. Aucune demande n’a été créée.',
    customerInstructed: 'Noté : le client sait comment faire. Aucune demande n’a été créée.',
  },
};
