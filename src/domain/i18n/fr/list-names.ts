/** What lists of cases are called, in the tab and in the chat. */
export const listNames = {
  mine: 'Mes dossiers',
  waitingOnMe: 'En attente de ma réponse',
  company: 'Dossiers de l’organisation',
  followed: 'Dossiers suivis',
  customers: 'Dossiers des clients',
  queue: 'File d’attente',
  assignedToMe: 'Mes dossiers attribués',
  unassigned: 'Non attribués',
  dueSoon: 'Bientôt à échéance',
  waiting: 'En attente des demandeurs',
};
