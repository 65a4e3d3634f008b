import type { TeamsClient } from '../../src/local/teams-client.ts';
import { type ApiClient, apiClient } from './api-client.ts';

interface Story {
  readonly customer: string;
  readonly title: string;
  readonly description: string;
  readonly tried: string;
  readonly problem: string;
  readonly first: string;
  readonly declined: string;
  readonly parts: readonly [string, string];
  readonly second: string;
}

const stories = {
  en: {
    customer: 'Jordan',
    title: 'The print service stops every night',
    description: 'Every night at two the print service ends with an error in the log. It starts again by hand only.',
    tried: 'Restarted the server, and installed the last cumulative update.',
    problem: 'The print service ends whenever the nightly backup takes its snapshot.',
    first: 'Let the backup begin after the queues are empty, at three.',
    declined: 'It stopped again last night, at three this time.',
    parts: ['The print service ends during the snapshot', 'The snapshot takes four hours instead of one'],
    second: 'Install the update of November on the print server, and restart it once.',
  },
  fr: {
    customer: 'Camille',
    title: 'Le service d’impression s’arrête chaque nuit',
    description: 'Chaque nuit à deux heures, le service d’impression s’arrête avec une erreur au journal. Il ne redémarre qu’à la main.',
    tried: 'Redémarré le serveur et installé la dernière mise à jour cumulative.',
    problem: 'Le service d’impression s’arrête dès que la sauvegarde de nuit prend son instantané.',
    first: 'Commencer la sauvegarde à trois heures, une fois les files vides.',
    declined: 'Il s’est encore arrêté cette nuit, à trois heures cette fois.',
    parts: ['Le service d’impression s’arrête pendant l’instantané', 'L’instantané prend quatre heures au lieu d’une'],
    second: 'Installer la mise à jour de novembre sur le serveur d’impression, puis le redémarrer une fois.',
  },
} as const satisfies Record<string, Story>;

/** Numbers of the support incidents of a language: one that was split, and one of its parts, where a solution waits for an answer. */
export interface SampleIncidents {
  readonly whole: string;
  readonly part: string;
}

/** PS-1, PS-6, PS-7: a pack is bought, and an incident of it goes a long way. */
export async function doSupportWork(
  desk: string,
  teams: TeamsClient,
): Promise<{ readonly fr: SampleIncidents; readonly en: SampleIncidents }> {
  const lead = await apiClient(desk, teams.asPerson('Ingrid'));
  return { fr: await tell(stories.fr), en: await tell(stories.en) };

  async function tell(story: Story): Promise<SampleIncidents> {
    const customer = await apiClient(desk, teams.asPerson(story.customer));
    const day = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    const { tenant, person } = await customer.me();
    await lead.post('/packs', { tenant: tenant.id, person: person.id, confirmation: `ORDER-${story.customer}`, purchasedOn: day });
    return incidentOf(story, customer, lead);
  }
}

async function incidentOf(story: Story, customer: ApiClient, lead: ApiClient): Promise<SampleIncidents> {
  const { title, description, tried } = story;
  const { id, number } = await customer.open('supportIncident', {
    ...{ product: 'windowsServer2022', concern: 'supportedProblem', severity: 'B', work: 'businessHours', noGuarantee: true },
    ...{ title, description, tried },
  });
  await lead.change(id, 'take');
  await lead.change(id, 'define-problem', { text: story.problem });
  await customer.change(id, 'answer-definition', { agreed: true });
  await lead.change(id, 'propose-solution', { text: story.first });
  await customer.change(id, 'answer-solution', { agreed: false, text: story.declined });
  await lead.change(id, 'propose-split', { parts: story.parts });
  const { support } = await customer.change(id, 'answer-split', { agreed: true });
  const part = support?.parts[0];
  if (!part?.id) throw new Error('The incident was not split.');
  await lead.change(part.id, 'propose-solution', { text: story.second });
  return { whole: number, part: part.number };
}
