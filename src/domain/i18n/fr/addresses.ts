import type { Words } from '../en/index.ts';

export const addresses: Words['addresses'] = {
  title: 'Nouvelle adresse',
  waiting: (address) => `${address} attend d’être confirmée`,
  codeSent: (address, until) =>
    `Un code a été envoyé à ${address}. Saisissez-le avant ${until} ; d’ici là, les messages vont à l’adresse actuelle.`,
  noCode: (address) =>
    `Le dernier code envoyé à ${address} n’est plus valable. Demandez-en un nouveau ; d’ici là, les messages vont à l’adresse actuelle.`,
  code: 'Code reçu par e-mail',
  confirm: 'Confirmer',
  again: 'Envoyer un nouveau code',
  withdraw: 'Garder l’ancienne adresse',
  confirmed: (address) => `${address} est confirmée ; les messages y sont désormais envoyés.`,
  sent: (address) => `Un nouveau code a été envoyé à ${address}.`,
  withdrawn: (address) => `Le changement est annulé ; les messages vont toujours à ${address}.`,
};
