import type { CommonFieldId } from '../../catalogue/common-fields.ts';

/** G-3: what every form asks. */
export const commonFields: Readonly<Record<CommonFieldId, { readonly label: string; readonly hint?: string }>> = {
  title: { label: 'Title', hint: 'A few words by which you will know the case.' },
  description: { label: 'Description', hint: 'What is needed, and anything the desk should know.' },
  contacts: {
    label: 'Additional contacts',
    hint: 'E-mail addresses, separated by commas. At most 10. Those outside your organisation are asked first.',
  },
  documents: { label: 'Supporting documents', hint: 'At most 10 files of 25 MB.' },
};
