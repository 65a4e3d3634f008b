import type { Deps } from '../src/app/deps.ts';
import { principalOf } from '../src/app/people.ts';
import type { Principal } from '../src/domain/access/principal.ts';
import { type Locale, localeOf } from '../src/domain/i18n/index.ts';
import type { Outbound } from './outbound.ts';

/** What of an activity says who speaks, and where. */
export interface Speaking {
  readonly from?: { readonly id?: string; readonly aadObjectId?: string };
  readonly conversation?: { readonly id?: string; readonly tenantId?: string; readonly conversationType?: string };
  readonly channelData?: { readonly tenant?: { readonly id?: string }; readonly team?: { readonly id?: string } } | null;
  readonly locale?: string;
  readonly localTimezone?: string;
}

export type Known =
  | { readonly kind: 'person'; readonly principal: Principal }
  | { readonly kind: 'stranger'; readonly why: 'unknown' | 'guest'; readonly locale: Locale };

/** How long a person's place in a conversation is believed, in milliseconds. */
const believed = 5 * 60_000;

/**
 * ID-1: the person and the tenant of a verified activity. The conversation's tenant, the channel's and the sender's own must be the same
 * (F-29, F-30); outside a personal chat the sender's comes from the roster, for a shared channel has people of several.
 */
export function recogniser(deps: Deps): (activity: Speaking, outbound: Outbound) => Promise<Known> {
  const members = new Map<string, number>();
  return async (activity, outbound) => {
    const { from, conversation, channelData, locale, localTimezone } = activity;
    const stranger = (why: 'unknown' | 'guest'): Known => ({ kind: 'stranger', why, locale: localeOf(locale) });
    const tenantId = channelData?.tenant?.id?.toLowerCase();
    const personId = from?.aadObjectId?.toLowerCase();
    if (!tenantId || !personId || conversation?.tenantId?.toLowerCase() !== tenantId) return stranger('unknown');
    if (conversation.conversationType !== 'personal') {
      const place = channelData?.team?.id ?? conversation.id ?? '';
      const key = `${place} ${from?.id} ${personId} ${tenantId}`;
      const now = Date.now();
      if ((members.get(key) ?? 0) < now - believed) {
        const member = await outbound.member(place, from?.id ?? '').catch((fault: { statusCode?: number }) => {
          if (fault.statusCode === 404 || fault.statusCode === 403) return undefined;
          throw fault;
        });
        if (member?.tenantId?.toLowerCase() !== tenantId || member.aadObjectId?.toLowerCase() !== personId) return stranger('unknown');
        if (members.size > 5_000) members.clear();
        members.set(key, now);
      }
    }
    const hints = { locale, timeZone: localTimezone };
    const known = await principalOf(deps, tenantId, personId, hints);
    const principal =
      known ?? ((await met(deps, activity, outbound, tenantId)) ? await principalOf(deps, tenantId, personId, hints) : undefined);
    if (!principal) return stranger('unknown');
    return principal.roles.includes('guest') ? stranger('guest') : { kind: 'person', principal };
  };
}

/** Shows a directory that has no other source who the roster says this is: a name and a tenant, no rights. */
async function met(
  { directory }: Deps,
  { from, conversation, channelData, locale }: Speaking,
  outbound: Outbound,
  tenantId: string,
): Promise<boolean> {
  if (!directory.seen) return false;
  const member = await outbound.member(channelData?.team?.id ?? conversation?.id ?? '', from?.id ?? '').catch(() => undefined);
  const id = from?.aadObjectId?.toLowerCase() ?? '';
  if (!member || member.tenantId?.toLowerCase() !== tenantId || member.aadObjectId?.toLowerCase() !== id) return false;
  const { name = '', userPrincipalName: email = '', userRole } = member;
  await directory.seen({
    tenantId,
    id,
    name,
    email,
    guest: userRole === 'guest',
    locale: locale ?? null,
    directoryRoles: null,
    appRoles: null,
  });
  return true;
}
