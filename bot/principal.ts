import type { Deps } from '../src/app/deps.ts';
import { DirectoryUnavailable, TenantClosed } from '../src/app/faults.ts';
import { keepSeen, principalOf } from '../src/app/people/people.ts';
import type { Principal } from '../src/domain/access/principal.ts';
import { type Locale, localeOf } from '../src/domain/i18n/index.ts';
import { chatOf } from './chat-note.ts';
import type { Member, Outbound } from './wire/outbound.ts';

/** What of an activity says who speaks, and where. */
export interface Speaking {
  readonly type?: string;
  readonly name?: string;
  readonly action?: string;
  readonly from?: { readonly id?: string; readonly aadObjectId?: string };
  readonly conversation?: { readonly id?: string; readonly tenantId?: string; readonly conversationType?: string };
  readonly channelData?: { readonly tenant?: { readonly id?: string }; readonly team?: { readonly id?: string } } | null;
  readonly locale?: string;
  readonly localTimezone?: string;
}

/** Nobody here, nobody with rights here, or of an organisation that is not let in. */
export type WhyStranger = 'unknown' | 'guest' | TenantClosed['why'];

export type Known =
  | { readonly kind: 'person'; readonly principal: Principal }
  | { readonly kind: 'stranger'; readonly why: WhyStranger; readonly locale: Locale };

/** How long a person's place in a conversation is believed, in milliseconds: nobody else ever comes into a personal chat. */
const believed = { personal: 24 * 3_600_000, others: 5 * 60_000 };
const most = 5_000;

/**
 * ID-1: the person and the tenant of a verified activity. The conversation's tenant, the channel's and the sender's own, as the roster
 * has it, must be the same (F-29, F-30): a shared channel has people of several.
 *
 * @throws DirectoryUnavailable where the roster does not answer
 */
export function recogniser(deps: Deps): (activity: Speaking, outbound: Outbound) => Promise<Known> {
  const members = new Map<string, number>();
  return async (activity, outbound) => {
    const { from, conversation, channelData, locale, localTimezone } = activity;
    const stranger = (why: WhyStranger): Known => ({ kind: 'stranger', why, locale: localeOf(locale) });
    const tenantId = idOf(channelData?.tenant?.id);
    const personId = idOf(from?.aadObjectId);
    if (!tenantId || !personId || idOf(conversation?.tenantId) !== tenantId) return stranger('unknown');
    const personal = conversation?.conversationType === 'personal';
    const key = [placeOf(activity), from?.id, personId, tenantId].join(' ');
    const now = performance.now();
    if ((members.get(key) ?? 0) < now && !(personal && isLeaving(activity))) {
      const member =
        (await memberOf(placeOf(activity), activity, outbound)) ?? (await inOwnChat(deps, activity, outbound, { tenantId, personId }));
      if (idOf(member?.tenantId) !== tenantId || idOf(member?.aadObjectId) !== personId) return stranger('unknown');
      if (members.size >= most) members.clear();
      members.set(key, now + (personal ? believed.personal : believed.others));
    }
    const hints = { locale, timeZone: localTimezone };
    try {
      const known = await principalOf(deps, tenantId, personId, hints);
      const principal =
        known ?? ((await met(deps, activity, outbound, tenantId)) ? await principalOf(deps, tenantId, personId, hints) : undefined);
      if (!principal) return stranger('unknown');
      return principal.roles.includes('guest') ? stranger('guest') : { kind: 'person', principal };
    } catch (fault) {
      if (fault instanceof TenantClosed) return stranger(fault.why);
      throw fault;
    }
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idOf = (id: unknown): string | undefined => (typeof id === 'string' && uuid.test(id) ? id.toLowerCase() : undefined);

/** A team's roster is asked for its channels, whose own may be narrower than who can write there. */
const placeOf = ({ conversation, channelData }: Speaking): string =>
  (conversation?.conversationType === 'personal' ? undefined : channelData?.team?.id) ?? conversation?.id ?? '';

/** Once the app is taken out of a chat, the chat's roster is closed to it. All that follows is a note that it is gone. */
const isLeaving = ({ type, action }: Speaking): boolean => type === 'installationUpdate' && action?.startsWith('remove') === true;

/** @returns `undefined` for somebody who isn't in the conversation */
async function memberOf(place: string, activity: Speaking, outbound: Outbound): Promise<Member | undefined> {
  try {
    return await outbound.member(place, activity.from?.id ?? '');
  } catch (fault) {
    const { statusCode = 0 } = fault as { readonly statusCode?: number };
    if ([400, 403, 404].includes(statusCode)) return undefined;
    throw new DirectoryUnavailable();
  }
}

/**
 * What Teams offers beside a message can be chosen where the bot is not, and there the roster is closed to it. So the roster of the person's own chat
 * with the bot says who they are; whoever has none is not known.
 */
async function inOwnChat(
  { store }: Deps,
  activity: Speaking,
  outbound: Outbound,
  person: { readonly tenantId: string; readonly personId: string },
): Promise<Member | undefined> {
  if (!activity.name?.startsWith('composeExtension/')) return undefined;
  const chat = await chatOf(store, person);
  return chat?.installed ? memberOf(chat.conversationId, activity, outbound) : undefined;
}

/** Shows a directory that has no other source who the roster says this is: a name and a tenant, no rights. */
async function met(deps: Deps, activity: Speaking, outbound: Outbound, tenantId: string): Promise<boolean> {
  if (!deps.directory.seen) return false;
  const member = await memberOf(placeOf(activity), activity, outbound);
  const id = idOf(activity.from?.aadObjectId);
  if (!member || !id || idOf(member.tenantId) !== tenantId || idOf(member.aadObjectId) !== id) return false;
  const { name = '', userPrincipalName: email = '', userRole } = member;
  const locale = activity.locale ?? null;
  await keepSeen(deps, { tenantId, id, name, email, guest: userRole === 'guest', locale, directoryRoles: null, appRoles: null });
  return true;
}
