import type { partners as english } from '../en/partners.ts';

export const partners: typeof english = {
  nav: { own: 'Fiche partenaire', manages: 'Partenaires' },
  aboutOwn: 'Ce que le guichet des services cloud a enregistré sur votre organisation. Un responsable du guichet peut le modifier.',
  aboutAll:
    'Contrats de support, et accès accordés par les fournisseurs à leurs revendeurs. Les demandes pour Dynamics 365 et Azure en dépendent.',
  none: 'Aucun partenaire pour l’instant',
  noneWhy: 'Un partenaire figure ici dès que le guichet le sert.',
  more: 'Afficher la suite',
  contract: 'Contrat de support',
  levels: { advanced: 'Avancé (ASfP)', premier: 'Premier', unified: 'Unified' },
  noContract: 'aucun, donc aucune demande pour Dynamics 365',
  until: (level, day) => `${level}, jusqu’au ${day}`,
  ended: (level, day) => `${level}, terminé le ${day}`,
  lastDay: 'Dernier jour',
  provider: 'Fournisseur',
  direct: 'aucun : traite directement avec Microsoft',
  azureGrants: 'Accès accordé par le fournisseur au compte Azure de',
  supportGroup: 'Dans le groupe de support du fournisseur',
  nobody: 'personne',
  change: 'Modifier',
  changeOf: (name) => `Modifier la fiche de ${name}`,
  recorded: 'La fiche a été modifiée.',
  add: 'Ajouter',
  remove: 'Retirer',
  addPerson: 'Ajouter une personne au groupe de support',
};
