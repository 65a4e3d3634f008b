import type { Words } from '../en/index.ts';

/** Étapes d’un incident de support (PS-3, PS-6). */
export const support: Words['support'] = {
  text: {
    defineProblem: 'Le problème, tel que vous le comprenez',
    answerDefinition: 'Si vous n’êtes pas d’accord : pourquoi',
    proposeSolution: 'La solution',
    askToClose: 'Pourquoi il peut être clos',
  },
  agreed: { label: 'Est-ce bien votre problème ?', yes: 'Oui, je suis d’accord', no: 'Non, pas tout à fait' },
  work: { label: 'Quand nous y travaillons', aroundTheClock: 'Jour et nuit', businessHours: 'Aux heures ouvrées' },
  reachable: 'Qui est joignable à toute heure : nom et numéro de téléphone, un par ligne',
  charge: 'Facturation',
  charges: { charged: 'Facturé', notCharged: 'Non facturé : l’incident retourne dans son lot' },
  chargeNeeded: 'Décidez s’il est facturé.',
  abouts: {
    defineProblem: 'Le demandeur est d’accord ou dit pourquoi non. Le travail continue entre-temps.',
    answerDefinition: 'Lisez la définition dans le fil. Si vous ne l’acceptez pas, le travail continue quand même.',
    proposeSolution: 'Le demandeur la lit. Dès la première solution proposée, l’incident peut être résolu.',
    askToClose: 'Un ingénieur confirme et décide de la facturation.',
    changeWork: 'Jour et nuit, quelqu’un de chez vous doit être joignable à toute heure jusqu’à la clôture.',
  },
  done: {
    defineProblem: 'La définition est envoyée.',
    answerDefinition: 'Votre réponse est envoyée.',
    proposeSolution: 'La solution est envoyée.',
    askToClose: 'La clôture est demandée.',
    changeWork: 'Les heures sont changées.',
  },
  problem: 'Définition du problème',
  standing: { waiting: 'en attente du demandeur', agreed: 'acceptée par les deux parties', notAgreed: 'non acceptée' },
  solutions: 'Solutions proposées',
};
