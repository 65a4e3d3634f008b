import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

export const cloudServices: Words['desks']['cloudServices'] = {
  name: 'Services cloud',
  team: 'Le guichet des services cloud',
  about: 'Problèmes avec Azure, Microsoft 365 et Dynamics 365, pour les clients que vous suivez',
  caseTypes: {
    azureProblem: {
      name: 'Problème avec Azure',
      about: 'Quelque chose ne fonctionne pas dans l’Azure d’un client, ou dans le vôtre.',
      ready: 'À préparer : l’identifiant de l’abonnement, ce que vous avez essayé, et un numéro de téléphone pour la gravité A.',
    },
    microsoft365Problem: {
      name: 'Problème avec Microsoft 365',
      about: 'Microsoft 365 ou Enterprise Mobility + Security ne fonctionne pas comme il devrait.',
      ready: 'À préparer : le produit, ce que vous avez essayé, et un numéro de téléphone pour la gravité A.',
    },
    dynamicsProblem: {
      name: 'Problème avec Dynamics 365',
      about:
        'Dynamics 365 ne fonctionne pas comme il le devrait chez un client. Votre organisation doit avoir un contrat de support avancé (ASfP) ou supérieur.',
      ready: 'À préparer : l’application, ce que vous avez essayé, et un numéro de téléphone pour la gravité A.',
    },
    cloudBilling: {
      name: 'Facturation et fraude',
      about: 'Factures, contestations, soupçons de fraude. Gratuit.',
      ready:
        'À préparer : la facture ou l’abonnement concerné et, pour un client, ce que vous avez essayé et pourquoi vous ne pouvez pas le résoudre.',
    },
    cloudAdvice: {
      name: 'Question sur un service cloud',
      about: 'Comment quelque chose doit fonctionner ou se configurer ; rien n’est en panne. Réponse sous un jour ouvré.',
      ready: 'À préparer : ce que vous avez lu et essayé.',
    },
  },
  fields: {
    ...commonFields,
    severity: {
      label: 'Gravité, selon l’effet sur l’activité',
      hint: 'A : production arrêtée ou très dégradée. B : en partie touchée. C : peu touchée, ou hors production.',
    },
    subscription: { label: 'Identifiant de l’abonnement Azure' },
    azureService: { label: 'Service Azure', hint: 'Par exemple Machines virtuelles, App Service ou Entra ID.' },
    supportPlan: {
      label: 'Contrat d’assistance',
      hint: 'Pour un client : Cloud Solution Provider. Pour votre propre locataire : votre contrat.',
    },
    planId: { label: 'Identifiant de votre contrat', hint: 'Seulement pour votre propre locataire.' },
    product: { label: 'Produit' },
    service: { label: 'Service' },
    dynamicsConcern: { label: 'Objet de la demande' },
    dynamicsApp: { label: 'Application' },
    tried: { label: 'Ce que vous avez essayé', hint: 'Les étapes suivies, ce qu’elles ont montré, et ce que vous avez lu à ce sujet.' },
    whyEscalated: { label: 'Pourquoi cela ne peut être résolu chez vous' },
    billingSubject: { label: 'De quoi il s’agit' },
    contactName: { label: 'Contact dans votre organisation', hint: 'Un ingénieur peut appeler ; il n’y a pas d’accueil téléphonique.' },
    contactEmail: { label: 'Adresse e-mail du contact', hint: 'Une adresse de votre organisation, non du client.' },
    contactPhone: { label: 'Numéro de téléphone du contact', hint: 'Nécessaire pour la gravité A.' },
  },
  options: {
    A: 'A : critique. Perte ou dégradation importante, production arrêtée',
    B: 'B : modérée. Perte ou dégradation modérée, production en partie touchée',
    C: 'C : minime. Encore utilisable, ou hors production',
    cloudSolutionProvider: 'Cloud Solution Provider',
    ownPlan: 'Notre propre contrat',
    training: 'La formation manque',
    documentation: 'La documentation manque',
    tools: 'Les outils ou les accès manquent',
    productFault: 'C’est un défaut du produit',
    microsoft365: 'Microsoft 365',
    teams: 'Microsoft Teams',
    exchange: 'Exchange Online',
    sharePoint: 'SharePoint et OneDrive',
    enterpriseMobility: 'Enterprise Mobility + Security',
    azure: 'Azure',
    dynamicsFault: 'Quelque chose ne fonctionne pas',
    dynamicsPlans: 'Offres',
    dynamicsLicences: 'Licences',
    dynamicsBilling: 'Facturation',
    financeOperations: 'Finance & Operations',
    dynamicsSales: 'Sales',
    dynamicsService: 'Customer Service',
    dynamicsField: 'Field Service',
    dynamicsMarketing: 'Customer Insights',
    dynamicsOther: 'Une autre application',
    invoice: 'Une facture ou un montant',
    dispute: 'Une contestation',
    fraud: 'Un soupçon de fraude',
  },
  reasons: {
    problemSolved: 'problème résolu',
    noLongerNeeded: 'n’est plus nécessaire',
    openedByMistake: 'créée par erreur',
    duplicate: 'doublon d’une autre demande',
    solvedOtherwise: 'réglée autrement',
    otherReason: 'autre motif',
    noAnswer: 'pas de réponse du demandeur',
    notSupported: 'non pris en charge',
    notPossible: 'impossible',
  },
  elsewhere: {
    marketplace: {
      name: 'Produits de la place de marché',
      about:
        'Les produits d’autres éditeurs sont pris en charge par leur éditeur, à contacter directement : par lien, e-mail ou téléphone.',
      go: 'Trouver l’assistance d’un autre éditeur',
    },
    dynamics: {
      name: 'Dynamics 365 et Finance & Operations',
      about:
        'Les contrats, licences, factures et Finance & Operations relèvent de l’assistance Dynamics, dans le centre d’administration Power Platform.',
      go: 'Ouvrir l’assistance Dynamics',
    },
  },
  guidance: {},
};
