import { randomUUID } from 'node:crypto';
import type { Conversation } from './conversations.ts';
import type { SampleMember } from './organisations.ts';
import type { TeamsIds } from './teams-ids.ts';

export type Activity = Record<string, unknown>;

export interface Teams {
  readonly ids: TeamsIds;
  readonly appName: string;
  readonly serviceUrl: () => string;
}

export interface Sender {
  readonly member: SampleMember;
  readonly conversation: Conversation;
  /** What the person's client is set to. */
  readonly locale: string;
  /** The post that is replied to, in a channel. */
  readonly thread?: string | undefined;
}

/** What every activity from Teams carries, whoever sends it. Shapes as Teams sends them, read from its documentation and traces. */
export function fromTeams(teams: Teams, { member, conversation, locale, thread }: Sender, id: string = `f:${randomUUID()}`): Activity {
  const { person, organisation } = member;
  const now = new Date();
  const channel = conversation.place === 'team';
  const tenant = { tenant: { id: organisation.id } };
  return {
    id,
    timestamp: now.toISOString(),
    localTimestamp: localTime(now, person.timeZone),
    localTimezone: person.timeZone,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl(),
    from: { id: teams.ids.person(person.id), name: person.name, aadObjectId: person.id },
    recipient: { id: teams.ids.bot, name: teams.appName },
    conversation: {
      id: channel ? `${conversation.id};messageid=${thread ?? id}` : conversation.id,
      conversationType: channel ? 'channel' : 'personal',
      tenantId: organisation.id,
      ...(channel ? { isGroup: true } : {}),
    },
    entities: [{ type: 'clientInfo', locale, country: new Intl.Locale(locale).region, platform: 'Web', timezone: person.timeZone }],
    channelData: channel ? { ...tenant, ...inTeam(teams, conversation) } : tenant,
    locale,
  };
}

/** The team's part of channel data. A team has the id of its first channel. */
export function inTeam({ ids }: Teams, { organisation }: Conversation) {
  const id = ids.channel(organisation.id);
  return {
    teamsChannelId: id,
    teamsTeamId: id,
    channel: { id },
    team: { id, name: organisation.name, aadGroupId: ids.teamGroup(organisation.id) },
  };
}

/** The moment with the person's own offset: `2026-03-01T10:00:00.000+01:00`. */
export function localTime(at: Date, timeZone: string): string {
  const named = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = named.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  const [sign, hours, minutes] = [offset[0] === '-' ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  const shifted = new Date(at.getTime() + sign * (hours * 60 + minutes) * 60_000);
  return `${shifted.toISOString().slice(0, -1)}${offset}`;
}

/** In a channel a bot hears only messages that mention it; `@Name` in what a person typed becomes a mention. */
export function withMention(teams: Teams, typed: string): { readonly text: string; readonly entities: readonly unknown[] } | undefined {
  const at = typed.toLowerCase().indexOf(`@${teams.appName.toLowerCase()}`);
  if (at < 0) return undefined;
  const tag = `<at>${teams.appName}</at>`;
  const text = typed.slice(0, at) + tag + typed.slice(at + teams.appName.length + 1);
  return { text, entities: [{ type: 'mention', text: tag, mentioned: { id: teams.ids.bot, name: teams.appName } }] };
}
