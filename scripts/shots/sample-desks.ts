import { contoso, litware } from '../../src/local/organisations.ts';
import type { TeamsClient } from '../../src/local/teams-client.ts';
import { apiClient } from './api-client.ts';

/** What rooms, cloud services and engineers have to show: rooms and their health, a partner's case for a customer, an outage, saved replies. */
export interface OtherDesks {
  readonly incident: string;
  readonly forCustomer: string;
  readonly outage: string;
}

export async function doOtherDesks(desk: string, teams: TeamsClient): Promise<OtherDesks> {
  const as = (name: string) => apiClient(desk, teams.asPerson(name));
  const [camille, ingrid, priya] = await Promise.all(['Camille', 'Ingrid', 'Priya'].map(as));
  if (!camille || !ingrid || !priya) throw new Error('A sample person is missing.');

  const room = async (name: string, site: string, capacity: number) => (await camille.post('/rooms', { name, site, capacity })).id;
  const mira = await room('Mira', 'Lyon, 3e étage', 8);
  const castor = await room('Castor', 'Lyon, 3e étage', 12);
  await room('Pollux', 'Lyon, 4e étage', 4);
  const rigel = await room('Rigel', 'Paris, siège', 20);
  await camille.post('/room-assignments', { partner: litware.id, rooms: [rigel] });
  const incident = await camille.open('roomIncident', {
    title: 'Écran noir dans Mira et Castor',
    description: 'Rien ne s’affiche depuis la coupure de ce matin.',
    rooms: [mira, castor],
    highImpact: true,
    impactReason: 'Le comité de direction s’y réunit à 14 h.',
  });

  const forCustomer = await priya.open(
    'cloudBilling',
    {
      title: 'An invoice that is too high',
      description: 'Twice the seats of last month.',
      billingSubject: 'invoice',
      tried: 'Compared the invoice with the seats assigned.',
      whyEscalated: 'tools',
      contactName: 'Priya Shah',
      contactEmail: ['priya.shah@litware.example'],
    },
    contoso.id,
  );

  const outage = await ingrid.post('/outages', {
    desk: 'rooms',
    title: 'Rooms in France show a black screen',
    description: 'After the update of last night.',
  });
  await ingrid.change(incident.id, 'link-outage', { outage: outage.id });
  await ingrid.post('/replies', {
    desk: 'phoneNumbers',
    locale: 'en',
    title: 'Order is with the carrier',
    text: 'Hello {{requesterFirstName}},\n\nthe order {{caseNumber}} is with the carrier. They usually answer within three days.',
  });
  return { incident: incident.number, forCustomer: forCustomer.number, outage: outage.id };
}
