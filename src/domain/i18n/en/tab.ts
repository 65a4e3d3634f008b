import { tabCases } from './tab-cases.ts';
import { tabForms } from './tab-forms.ts';
import { tabOperator } from './tab-operator.ts';
import { tabOrganisation } from './tab-organisation.ts';
import { tabPrint } from './tab-print.ts';
import { tabShell } from './tab-shell.ts';

export const tab = {
  ...tabShell,
  ...tabCases,
  ...tabForms,
  ...tabOrganisation,
  ...tabOperator,
  ...tabPrint,
  keys: {
    title: 'Keyboard',
    keys: {
      search: 'Search',
      create: 'Create a case',
      next: 'Next case',
      previous: 'Previous case',
      open: 'Open the case',
      back: 'Back, or close',
      help: 'This list',
    },
    enter: 'Enter',
    escape: 'Esc',
    enabled: 'Single-key shortcuts',
    enabledWhy: 'Turn them off if you dictate, or press keys by accident.',
  },
};
