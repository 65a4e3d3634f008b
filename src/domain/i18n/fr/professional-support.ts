import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

export const professionalSupport: Words['desks']['professionalSupport'] = {
  name: 'Support professionnel',
  team: 'Le guichet du support professionnel',
  about: 'Un problème avec un produit pris en charge, suivi jusqu’à sa résolution',
  caseTypes: {
    supportIncident: {
      name: 'Incident de support',
      about: 'Un seul problème, indivisible, avec un seul produit.',
      ready: 'À préparer : le produit, sa version, et ce que vous avez essayé.',
    },
  },
  fields: {
    ...commonFields,
    product: { label: 'Produit et version', hint: 'Le support standard et le support étendu sont couverts, pas au-delà.' },
    concern: { label: 'De quoi s’agit-il ?' },
    severity: { label: 'Gravité', hint: 'Première réponse : A en 2 heures, B en 4 heures ouvrées, C en 8 heures ouvrées.' },
    tried: { label: 'Ce que vous avez essayé', hint: 'Et ce qui en est ressorti.' },
    work: {
      label: 'Quand nous y travaillons',
      hint: 'Jour et nuit, quelqu’un de chez vous doit être joignable à toute heure jusqu’à la clôture.',
    },
    noGuarantee: { label: 'Je comprends qu’une solution n’est pas garantie.' },
    reachable: {
      label: 'Qui est joignable à toute heure',
      hint: 'Pour un travail jour et nuit. Nom et numéro de téléphone, un par ligne : Ada Lund, +33 4 72 00 00 00.',
    },
  },
  options: {
    supportedProblem: 'Quelque chose ne fonctionne pas comme prévu',
    featureProposal: 'Une proposition de fonctionnalité',
    onSiteSupport: 'Quelqu’un devrait venir chez nous',
    productOutOfLifecycle: 'Un produit qui n’est plus pris en charge',
    customCode: 'Écrire ou relire notre propre code',
    officeAddIns: 'Développer des compléments Office, ou avec une API comme Microsoft Graph',
    securityIncident: 'Un incident de sécurité auquel nous devons réagir',
    cardBilling: 'Un débit sur une carte',
    taxExemption: 'Des justificatifs d’exonération fiscale',
    A: 'A – critique : perte ou dégradation importante du service, la production est arrêtée',
    B: 'B – modérée : perte ou dégradation modérée du service, la production est en partie touchée',
    C: 'C – minimale : utilisable avec peu de gêne, ou hors production',
    businessHours: 'Aux heures ouvrées',
    aroundTheClock: 'Jour et nuit',
  },
  reasons: {
    problemSolved: 'problème résolu',
    workaround: 'contournement accepté',
    closedEarly: 'clos plus tôt, à la demande',
    openedByMistake: 'créé par erreur',
    duplicate: 'doublon d’un autre incident',
    otherReason: 'autre motif',
    noAnswer: 'pas de réponse du demandeur',
    noSolution: 'aucune solution trouvée',
    notSupported: 'non pris en charge',
    notPossible: 'impossible',
  },
  elsewhere: {
    featureProposal: {
      name: 'Propositions de fonctionnalités',
      about: 'Les propositions sont recueillies là où les concepteurs du produit et les autres clients les lisent.',
      go: 'Ouvrir le portail d’idées',
    },
    onSiteSupport: {
      name: 'Intervention sur site',
      about: 'Les partenaires proposent des interventions chez vous.',
      go: 'Trouver un partenaire',
    },
    productOutOfLifecycle: {
      name: 'Produits en fin de vie',
      about: 'Un produit est pris en charge jusqu’à la fin de son support étendu ; les pages du cycle de vie disent ce qui vient après.',
      go: 'Consulter le cycle de vie',
    },
    customCode: {
      name: 'Code sur mesure',
      about: 'Écrire ou relire votre propre code n’est pas couvert ; la communauté vous y aide.',
      go: 'Demander à la communauté',
    },
    officeAddIns: {
      name: 'Compléments Office et API',
      about: 'Le développement avec les compléments Office et les API, Microsoft Graph compris, a son propre support.',
      go: 'Ouvrir le support aux développeurs',
    },
    securityIncident: {
      name: 'Incidents de sécurité',
      about: 'Le centre de réponse aux incidents de sécurité répond à toute heure.',
      go: 'Le signaler là-bas',
    },
    cardBilling: {
      name: 'Paiement par carte',
      about: 'Les débits sur une carte sont expliqués et corrigés avec la commande elle-même.',
      go: 'Ouvrir vos commandes',
    },
    taxExemption: {
      name: 'Exonération fiscale',
      about: 'Les justificatifs d’exonération se déposent avec votre compte de facturation.',
      go: 'Ouvrir la facturation',
    },
  },
  guidance: {},
};
