import { createHash } from 'node:crypto';
import { type SampleMember, type SampleOrganisation, sampleMember, sampleOrganisations } from './organisations.ts';

/** The ids that Teams would give, the same at every start, so that conversations the desk stored are found again after a restart. */
export interface TeamsIds {
  readonly bot: string;
  person(personId: string): string;
  personalChat(personId: string): string;
  channel(organisationId: string): string;
  teamGroup(organisationId: string): string;
  /** Accepts the bot's id of a person, or the person's object id, as Teams does. */
  memberOf(id: string): SampleMember | undefined;
  organisationOfChannel(channelId: string): SampleOrganisation | undefined;
  memberOfChat(conversationId: string): SampleMember | undefined;
}

export function teamsIds(appId: string): TeamsIds {
  const hash = (...words: string[]) =>
    createHash('sha256')
      .update([appId, ...words].join(' '))
      .digest();
  const person = (personId: string) => `29:1${hash('person', personId).toString('base64url')}`;
  const personalChat = (personId: string) => `a:1${hash('chat', personId).toString('base64url')}`;
  const channel = (organisationId: string) => `19:${hash('channel', organisationId).toString('hex').slice(0, 32)}@thread.tacv2`;
  const people = sampleOrganisations.flatMap((organisation) => organisation.people.map((p) => p.id));
  const byPerson = new Map(people.map((id) => [person(id), id]));
  const byChat = new Map(people.map((id) => [personalChat(id), id]));
  const byChannel = new Map(sampleOrganisations.map((organisation) => [channel(organisation.id), organisation]));
  return {
    bot: `28:${appId}`,
    person,
    personalChat,
    channel,
    teamGroup: (organisationId) =>
      hash('group', organisationId)
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
    memberOf: (id) => sampleMember(byPerson.get(id) ?? id),
    organisationOfChannel: (id) => byChannel.get(id),
    memberOfChat: (id) => sampleMember(byChat.get(id) ?? ''),
  };
}

/** Splits `19:…@thread.tacv2;messageid=…` into channel and post. */
export function threadOf(conversationId: string): { readonly base: string; readonly thread: string | undefined } {
  const [base = '', thread] = conversationId.split(';messageid=');
  return { base, thread };
}
