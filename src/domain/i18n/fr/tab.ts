import type { PageWords } from '../en/on-page.ts';
import { tabCases } from './tab-cases.ts';
import { tabForms } from './tab-forms.ts';
import { tabOperator } from './tab-operator.ts';
import { tabOrganisation } from './tab-organisation.ts';
import { tabPrint } from './tab-print.ts';
import { tabShell } from './tab-shell.ts';

export const tab: PageWords['tab'] = {
  ...tabShell,
  ...tabCases,
  ...tabForms,
  ...tabOrganisation,
  ...tabOperator,
  ...tabPrint,
  keys: {
    title: 'Clavier',
    keys: {
      search: 'Rechercher',
      create: 'Créer un dossier',
      next: 'Dossier suivant',
      previous: 'Dossier précédent',
      open: 'Ouvrir le dossier',
      back: 'Revenir, ou fermer',
      help: 'Cette liste',
    },
    enter: 'Entrée',
    escape: 'Échap',
    enabled: 'Raccourcis à une touche',
    enabledWhy: 'Désactivez-les si vous dictez ou si vous appuyez parfois sur des touches sans le vouloir.',
  },
};
