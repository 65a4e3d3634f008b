import type { TeamsClient } from '../../src/local/teams-client.ts';
import { apiClient } from './api-client.ts';
import { doOtherDesks, type OtherDesks } from './sample-desks.ts';
import { doSupportWork, type SampleIncidents } from './sample-support.ts';

/** Numbers, and ids of drafts and outages, of what the pictures show. */
export interface SampleWork {
  /** In progress, with files and several comments, by language of the requester. */
  readonly lively: { readonly fr: string; readonly en: string };
  readonly waiting: { readonly fr: string; readonly en: string };
  readonly resolved: { readonly fr: string; readonly en: string };
  readonly incidents: { readonly fr: SampleIncidents; readonly en: SampleIncidents };
  /** A port-in form whose number list has faults. */
  readonly draft: { readonly fr: string; readonly en: string };
  readonly others: OtherDesks;
}

const in_ = (days: number, time: string): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
const rows = (count: number, number: (index: number) => string, name: string): string =>
  ['number,name', ...Array.from({ length: count }, (_, index) => `${number(index)},${name} ${index + 1}`)].join('\r\n');
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const lyon = (index: number) => `+334724${String(10_000 + index)}`;
const seattle = (index: number) => `+1206442${String(2_000 + index)}`;
const faulty = (good: string, other: string) => `number,name\r\n${good}\r\n${other}\r\n12,Hall\r\n${good}\r\nnone,Loge\r\n`;

/** A week at the desk, as several of the sample people would leave it, in both languages. */
export async function doSampleWork(desk: string, teams: TeamsClient): Promise<SampleWork> {
  const as = (name: string) => apiClient(desk, teams.asPerson(name));
  const [camille, thomas, lea, jordan, taylor, nadia, sam] = await Promise.all(
    ['Camille', 'Thomas', 'Léa', 'Jordan', 'Taylor', 'Nadia', 'Sam'].map(as),
  );
  if (!camille || !thomas || !lea || !jordan || !taylor || !nadia || !sam) throw new Error('A sample person is missing.');

  const cancelled = await thomas.open('interTenantPortEnquiry', {
    title: 'Transférer les numéros de la filiale de Nantes',
    description: 'La filiale rejoint notre locataire en janvier. Que faut-il préparer ?',
    country: 'FR',
  });
  await thomas.change(cancelled.id, 'cancel', { reason: 'noLongerNeeded' });

  const resolvedFr = await lea.open('acquisitionEnquiry', {
    title: 'Délai pour vingt numéros à Bordeaux',
    description: 'Nous ouvrons une agence le mois prochain. Sous quel délai peut-on obtenir vingt numéros géographiques ?',
    country: 'FR',
  });
  await nadia.change(resolvedFr.id, 'take');
  await nadia.change(resolvedFr.id, 'comment', {
    text: 'Comptez deux jours ouvrés à partir de la commande. Le stock de Bordeaux est suffisant.',
  });
  await lea.change(resolvedFr.id, 'comment', { text: 'Parfait, merci beaucoup !' });
  await nadia.change(resolvedFr.id, 'resolve');

  const waitingFr = await camille.open('numberAcquisition', {
    title: 'Dix numéros pour le nouveau guichet de Lyon',
    description: 'Un bloc de dix numéros consécutifs, de préférence en 04 72.',
    country: 'FR',
    numberType: 'userGeographic',
    selfServiceTried: 'yes',
    quantity: 10,
    city: 'Lyon',
    officeAddress: '12 rue de la République, 69002 Lyon',
    directoryListing: 'unlisted',
  });
  await nadia.change(waitingFr.id, 'take');
  await nadia.change(waitingFr.id, 'ask', { text: 'Pourriez-vous joindre un justificatif de l’adresse du guichet ?' });

  const inNumbers = await thomas.upload('conversion.csv', rows(24, lyon, 'Poste'));
  await thomas.open('inventoryTypeChange', {
    title: 'Passer vingt-quatre numéros en numéros de service',
    description: 'Ils seront attribués au standard automatique.',
    country: 'FR',
    convertTo: 'serviceNumbers',
    unassigned: true,
    numbers: inNumbers,
  });

  const lively = await camille.open('portIn', {
    title: 'Porter 412 numéros du siège de Lyon',
    description: 'Le contrat avec l’opérateur actuel prend fin le 31 décembre. Le standard ne doit pas être interrompu.',
    country: 'FR',
    orderName: 'Siège Lyon',
    requestedAt: { local: in_(21, '10:00') },
    numbers: await camille.upload('numeros-lyon.csv', rows(412, lyon, 'Poste')),
    letterOfAuthorisation: [await camille.upload('lettre-autorisation.pdf', pdf)],
    contacts: ['accueil@contoso.example'],
  });
  await nadia.change(lively.id, 'take');
  await nadia.change(lively.id, 'comment', {
    text: 'Nous avons transmis la commande à l’opérateur. Il répond en général sous trois jours.',
  });
  await nadia.change(lively.id, 'note', { text: 'L’opérateur demande le RIO pour les dix premiers numéros.' });
  await camille.change(lively.id, 'comment', {
    text: 'Voici le relevé du dernier mois, au cas où il serait utile.',
    files: [await camille.upload('releve.pdf', pdf)],
  });
  await nadia.change(lively.id, 'comment', { text: 'Merci, c’est exactement ce qu’il fallait.' });

  const resolvedEn = await taylor.open('callingNameEnquiry', {
    title: 'Which name do people see when we call?',
    description: 'Customers in Oregon see a number only.',
    country: 'US',
  });
  await sam.change(resolvedEn.id, 'take');
  await sam.change(resolvedEn.id, 'comment', { text: 'The name is set per number. Oregon’s carriers refresh it within three days.' });
  await sam.change(resolvedEn.id, 'resolve');

  const waitingEn = await jordan.open('customCallingName', {
    title: 'Calling name for the front desk',
    description: 'The name should be the same on all six lines.',
    country: 'US',
    callingName: 'FABRIKAM DESK',
    numbers: await jordan.upload('front-desk.csv', rows(6, seattle, 'Line')),
  });
  await sam.change(waitingEn.id, 'take');
  await sam.change(waitingEn.id, 'ask', { text: 'Two of the lines are assigned to a fax. Shall they carry the name too?' });

  const livelyEn = await jordan.open('portIn', {
    title: 'Port 48 numbers of the Seattle office',
    description: 'The office moves to the new carrier before the holidays. Please keep the reception line for last.',
    country: 'US',
    orderName: 'Seattle office',
    requestedAt: { local: in_(18, '09:30'), zone: 'America/Los_Angeles' },
    numbers: await jordan.upload('seattle.csv', rows(48, seattle, 'Desk')),
    letterOfAuthorisation: [await jordan.upload('letter-of-authorisation.pdf', pdf)],
    contacts: ['reception@fabrikam.example'],
  });
  await sam.change(livelyEn.id, 'take');
  await sam.change(livelyEn.id, 'comment', { text: 'The order is with the carrier. They usually answer within three days.' });
  await jordan.change(livelyEn.id, 'comment', {
    text: 'Thank you. The last bill is attached.',
    files: [await jordan.upload('bill.pdf', pdf)],
  });
  await taylor.open('portInEnquiry', {
    title: 'How long does a port take?',
    description: 'We plan another move in spring.',
    country: 'US',
  });

  const draftFr = await camille.draft('portIn', {
    title: 'Porter les numéros de Lille',
    country: 'FR',
    numbers: await camille.upload('numeros-lille.csv', faulty('+33320441200', '+12064422000')),
  });
  const draftEn = await jordan.draft('portIn', {
    title: 'Port the numbers of the Tacoma office',
    country: 'US',
    numbers: await jordan.upload('tacoma.csv', faulty('+12065550142', '+33320441200')),
  });
  await lea.give({ caseId: resolvedFr.id, useful: true, language: 'good', affectedBy: [], words: 'Réponse claire et rapide.' });
  return {
    lively: { fr: lively.number, en: livelyEn.number },
    waiting: { fr: waitingFr.number, en: waitingEn.number },
    resolved: { fr: resolvedFr.number, en: resolvedEn.number },
    incidents: await doSupportWork(desk, teams),
    draft: { fr: draftFr.id, en: draftEn.id },
    others: await doOtherDesks(desk, teams),
  };
}
