import { sampleOrganisations } from '../../src/local/organisations.ts';

export const operatorId = sampleOrganisations.find((o) => o.kind === 'operator')?.id ?? '';
