import type { CommonFieldId } from '../../catalogue/common-fields.ts';

export const commonFields: Readonly<Record<CommonFieldId, { readonly label: string; readonly hint?: string }>> = {
  title: { label: 'Titre', hint: 'Quelques mots pour reconnaître le dossier.' },
  description: { label: 'Description', hint: 'Votre besoin, et tout ce que le guichet doit savoir.' },
  contacts: {
    label: 'Contacts supplémentaires',
    hint: 'Adresses e-mail séparées par des virgules. 10 au plus. Hors de votre organisation, leur accord est d’abord demandé.',
  },
  documents: { label: 'Pièces justificatives', hint: '10 fichiers de 25 Mo au plus.' },
};
