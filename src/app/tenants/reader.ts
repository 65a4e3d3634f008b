import type { Principal } from '../../domain/access/principal.ts';
import type { Locale } from '../../domain/i18n/index.ts';

/**
 * Reads as an administrator of one tenant reads: for what is not a person, an export or an integration. It is handed to questions alone,
 * never to a command.
 */
export const tenantReader = (
  { id, name, kind }: { readonly id: string; readonly name: string; readonly kind: 'customer' | 'partner' | 'operator' },
  as: { readonly id: string; readonly name: string; readonly locale: Locale },
): Principal => ({
  tenantId: id,
  tenantName: name,
  // Never the operator's: its own tenant's cases are read as a customer's are.
  kind: kind === 'partner' ? 'partner' : 'customer',
  personId: as.id,
  name: as.name,
  email: '',
  roles: ['ticketManager', 'tenantAdministrator'],
  desks: [],
  domains: [],
  country: null,
  locale: as.locale,
  timeZone: 'UTC',
});
