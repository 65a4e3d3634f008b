import type { Words } from '../en/index.ts';
import { commonFields } from './common-fields.ts';

const nothing = 'Rien à préparer.';

export const phoneNumbers: Words['desks']['phoneNumbers'] = {
  name: 'Numéros de téléphone',
  team: 'Le guichet des numéros de téléphone',
  about: 'Commander, porter, modifier et déclarer des numéros de téléphone',
  caseTypes: {
    customCallingName: {
      name: 'Nom d’appelant personnalisé',
      about: 'Choisir le nom affiché aux États-Unis quand vos numéros appellent.',
      ready: 'À préparer : le nom (15 caractères) et un fichier CSV des numéros.',
    },
    interTenantPort: {
      name: 'Portage entre locataires',
      about: 'Déplacer des numéros d’un locataire Microsoft 365 vers un autre.',
      ready: 'À préparer : les deux domaines, la date et l’heure, et un fichier CSV des numéros.',
    },
    inventoryTypeChange: {
      name: 'Changement de type d’inventaire',
      about: 'Convertir des numéros d’utilisateurs en numéros de service, ou l’inverse.',
      ready: 'À préparer : un fichier CSV des numéros ; aucun ne doit être attribué.',
    },
    numberAcquisition: {
      name: 'Acquisition de numéros',
      about: 'Obtenir de nouveaux numéros que le centre d’administration ne propose pas.',
      ready: 'À préparer : le type de numéros, la quantité et le lieu.',
    },
    portIn: {
      name: 'Portage entrant',
      about: 'Transférer vos numéros depuis un autre opérateur.',
      ready: 'À préparer : un fichier CSV des numéros et la lettre d’autorisation signée.',
    },
    emergencyAddressUpdate: {
      name: 'Mise à jour d’adresse d’urgence',
      about: 'Corriger l’adresse communiquée aux services d’urgence.',
      ready: 'À préparer : l’identifiant du lieu, la bonne adresse et un fichier CSV des numéros.',
    },
    callingNameEnquiry: { name: 'Question sur les noms d’appelant', about: 'Leur fonctionnement et les pays concernés.', ready: nothing },
    interTenantPortEnquiry: { name: 'Question sur le portage entre locataires', about: 'Ce qu’il faut, et les délais.', ready: nothing },
    inventoryEnquiry: {
      name: 'Question sur les types d’inventaire',
      about: 'Numéros d’utilisateurs et de service, et leur changement.',
      ready: nothing,
    },
    acquisitionEnquiry: { name: 'Question sur l’acquisition de numéros', about: 'Ce qui est disponible, et où.', ready: nothing },
    portInEnquiry: {
      name: 'Question sur le portage entrant',
      about: 'Avant une commande, ou au sujet d’une commande en cours.',
      ready: nothing,
    },
    emergencyAddressEnquiry: {
      name: 'Question sur les adresses d’urgence',
      about: 'Ce qui doit être déclaré, et comment.',
      ready: nothing,
    },
    otherQuestion: { name: 'Autre question sur les numéros', about: 'Tout autre sujet sur les numéros de téléphone.', ready: nothing },
  },
  fields: {
    ...commonFields,
    country: { label: 'Pays ou région', hint: 'Un seul par dossier : créez un dossier distinct pour chaque pays.' },
    callingName: { label: 'Nom d’appelant', hint: '15 caractères simples au plus, tels qu’ils seront affichés.' },
    numbers: { label: 'Liste de numéros (CSV)', hint: 'Un numéro par ligne, par exemple +33472000000.' },
    sourceDomain: { label: 'Domaine d’origine', hint: 'L’organisation que les numéros quittent, par exemple contoso.com.' },
    sourceTenantId: { label: 'Identifiant du locataire d’origine' },
    destinationDomain: { label: 'Domaine de destination', hint: 'L’organisation que les numéros rejoignent.' },
    destinationTenantId: { label: 'Identifiant du locataire de destination' },
    requestedAt: {
      label: 'Date et heure demandées',
      hint: 'Heure locale du pays choisi. Pour un portage, sans garantie : l’opérateur actuel doit l’approuver.',
    },
    preferredAt: { label: 'Date et heure souhaitées', hint: 'Heure locale du pays choisi.' },
    convertTo: { label: 'Convertir en' },
    unassigned: {
      label: 'Les numéros ne sont pas attribués et, pour une date ultérieure, ne le seront plus d’ici là.',
      hint: 'Un numéro attribué ne peut pas changer de type.',
    },
    numberType: { label: 'Type de numéro' },
    selfServiceTried: {
      label: 'Avez-vous essayé vous-même dans le centre d’administration ?',
      hint: 'La plupart des numéros s’y obtiennent en quelques minutes.',
    },
    quantity: { label: 'Nombre de numéros' },
    state: { label: 'État, région ou province' },
    city: { label: 'Ville', hint: 'Nécessaire pour les numéros géographiques.' },
    officeAddress: { label: 'Adresse du bureau', hint: 'Ce pays exige une adresse locale de votre organisation.' },
    directoryListing: { label: 'Inscription dans l’annuaire', hint: 'Si les numéros doivent figurer dans l’annuaire de ce pays.' },
    orderName: { label: 'Nom de la commande', hint: 'Le nom que vous donnez vous-même à cette commande.' },
    letterOfAuthorisation: { label: 'Lettre d’autorisation signée', hint: 'Signée par la personne habilitée à céder les numéros.' },
    locationId: { label: 'Identifiant du lieu', hint: 'Dans le centre d’administration : Emplacements, Adresses d’urgence.' },
  },
  stages: {
    processing: 'En traitement',
    contactingCarrier: 'Prise de contact avec l’opérateur',
    transferApproved: 'Transfert approuvé',
    transferPending: 'Transfert en cours',
    error: 'Refusé : renseignements à corriger',
    completed: 'Terminé',
    cancelled: 'Commande annulée',
  },
  options: {
    userNumbers: 'Numéros d’utilisateurs',
    serviceNumbers: 'Numéros de service',
    userGeographic: 'Utilisateur, géographique',
    userNonGeographic: 'Utilisateur, non géographique',
    serviceTollGeographic: 'Service payant, géographique',
    serviceTollNonGeographic: 'Service payant, non géographique',
    tollFree: 'Numéro gratuit (numéro vert)',
    yes: 'Oui',
    no: 'Non',
    listed: 'Les inscrire',
    unlisted: 'Ne pas les inscrire',
  },
  reasons: {
    problemSolved: 'problème résolu',
    noLongerNeeded: 'n’est plus nécessaire',
    openedByMistake: 'créé par erreur',
    duplicate: 'doublon d’un autre dossier',
    wrongDetails: 'renseignements erronés',
    solvedOtherwise: 'réglé autrement',
    otherReason: 'autre motif',
    noAnswer: 'pas de réponse du demandeur',
    notSupported: 'non pris en charge',
    carrierRefused: 'refusé par l’opérateur',
    notPossible: 'impossible',
  },
  elsewhere: {
    licensing: {
      name: 'Licences',
      about:
        'Les licences et les forfaits d’appel se gèrent dans le centre d’administration Microsoft 365 ; l’assistance correspondante s’y trouve aussi.',
      go: 'Ouvrir vos produits',
    },
    billing: {
      name: 'Frais et facturation',
      about:
        'Les factures, les frais et les paiements sont dans le centre d’administration Microsoft 365, sous Facturation ; c’est aussi là que l’on répond à vos questions.',
      go: 'Ouvrir la facturation',
    },
  },
  guidance: {
    over999:
      'Au-delà de 999 numéros, l’opérateur traite le portage comme un projet : indiquez dans la description un contact, les sites et l’ordre souhaité.',
    frenchGeographicWithFreephone:
      'Les numéros géographiques et les numéros verts français ne se portent pas dans une même commande. Créez un dossier pour chaque type.',
    dateNotGuaranteed: 'La date n’est pas garantie : l’opérateur actuel doit l’approuver.',
  },
};
