/** How surely a column's title says that telephone numbers stand below it. */
export type Naming = 'exactly' | 'surely' | 'perhaps' | 'no';

const exact = new Set([
  'number',
  'numbers',
  'phone',
  'phones',
  'phonenumber',
  'phonenumbers',
  'telephone',
  'telephonenumber',
  'telephonenumbers',
  'tel',
  'e164',
  'msisdn',
  'did',
  'ddi',
  'sda',
  'lineuri',
  'numero',
  'numeros',
  'numerodetelephone',
  'numerosdetelephone',
  'numerotelephone',
  'telefonnummer',
  'rufnummer',
  'telefono',
  'numerodetelefono',
  'telefone',
  'telefoonnummer',
]);
const sure = /phone|telep|telef|\btel\b|msisdn|e\.?164|rufnummer|\bdids?\b|\bddis?\b|\bsdas?\b|lineuri/;
const likely = /number|numero|\bnum\b|nummer|\bn[°º]|\bno\b|line|ligne|mobile|gsm|\bcli\b/;
const other = /\bfax\b|order|commande|employee|matricule|postal|account|compte|extension|poste/;

/** Reads a title in the languages that lists come in most. `Order number` names numbers too, but hardly telephone numbers. */
export function namesNumbers(title: string): Naming {
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  if (exact.has(words.replace(/[^a-z0-9]/g, ''))) return 'exactly';
  if (other.test(words)) return likely.test(words) || sure.test(words) ? 'perhaps' : 'no';
  if (sure.test(words)) return 'surely';
  return likely.test(words) ? 'perhaps' : 'no';
}
