import { type Activity, type InvokeResponse, TeamsActivityHandler, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Deps } from '../src/app/deps.ts';
import { strangerCard, strangerText } from './cards/refusal.ts';
import { heard, invoked } from './conversation.ts';
import type { Origins } from './download.ts';
import { nothing, saying } from './extension/answers.ts';
import { unfurlForNobody } from './extension/unfurl.ts';
import { installed, noteChat, uninstalled } from './handlers/installation.ts';
import { notedChats } from './noted-chats.ts';
import { type Known, recogniser, type Speaking } from './principal.ts';
import type { OwnLinks, Turn } from './turn.ts';
import type { VerifiedAdapter } from './wire/adapter.ts';
import { counted } from './wire/counted.ts';
import { oneAtATime } from './wire/once.ts';
import { type Outbound, outboundTo, type Send } from './wire/outbound.ts';
import { spokenIn } from './wire/spoken-in.ts';

export interface BotParts {
  readonly deps: Deps;
  readonly links: OwnLinks;
  readonly files: { readonly origins: Origins };
  readonly log: Pick<Logger, 'warn' | 'error' | 'info'>;
}

/** After this long, in milliseconds, a turn that is not done shows that it works; and an answer waits for what it sends no longer. */
const shortly = 1_000;

interface Meeting {
  readonly activity: Activity;
  readonly outbound: Outbound;
  readonly known: Known;
}

/** Botbuilder's hooks; what is done in them is in `conversation.ts` and `handlers/`. */
export class DeskBot extends TeamsActivityHandler {
  readonly #parts: BotParts;
  readonly #adapter: VerifiedAdapter;
  readonly #recognise: ReturnType<typeof recogniser>;
  readonly #chats = notedChats(noteChat);
  readonly #installing = oneAtATime();

  constructor(parts: BotParts, adapter: VerifiedAdapter) {
    super();
    this.#parts = parts;
    this.#adapter = adapter;
    this.#recognise = recogniser(parts.deps);
    this.onMessage(async (context, next) => {
      await this.#message(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.#installation(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      const { known, activity, outbound } = await this.#meet(context);
      if (known.kind === 'person') {
        const turn = this.#turn(activity, known, outbound);
        this.#chats.forget(turn);
        await uninstalled(turn);
      }
      await next();
    });
  }

  protected override async onTeamsMembersAdded(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient } = context.activity;
    if (membersAdded.some(({ id }) => id === recipient.id)) await this.#installation(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value, locale } = context.activity;
    if (name === 'composeExtension/anonymousQueryLink') return unfurlForNobody(value, locale, this.#parts.links);
    const { known, activity, outbound } = await this.#meet(context);
    if (known.kind === 'stranger') return strangerAnswer(activity.name ?? '', known);
    const outcome = await invoked(this.#turn(activity, known, outbound), activity, this.#parts.links);
    if (!outcome) return { status: 501 };
    await this.#speak(outbound, outcome.sends);
    return outcome.response ?? { status: 200 };
  }

  async #message(context: TurnContext): Promise<void> {
    const { known, activity, outbound } = await this.#meet(context);
    if (known.kind === 'stranger') return this.#speak(outbound, [{ kind: 'card', card: strangerCard(known.locale, known.why) }]);
    const turn = this.#turn(activity, known, outbound);
    const said = (TurnContext.removeRecipientMention(activity) ?? activity.text ?? '').replace(/<at>.*?<\/at>/g, ' ');
    const work = Promise.all([heard(turn, activity, said, this.#parts.files.origins), this.#chats.note(turn, placeOf(activity))]);
    const [outcome] = await this.#typingMeanwhile(outbound, work);
    await this.#speak(outbound, outcome.sends);
  }

  async #installation(context: TurnContext): Promise<void> {
    const { known, activity, outbound } = await this.#meet(context);
    if (known.kind === 'stranger') return this.#notLetIn(known, activity, outbound);
    const { tenantId, personId } = known.principal;
    const turn = this.#turn(activity, known, outbound);
    await this.#speak(outbound, await this.#installing(`${tenantId} ${personId}`, () => installed(turn, placeOf(activity))));
  }

  /** Whoever has just brought the bot into their own chat hears at once that their organisation is not let in. */
  async #notLetIn({ locale, why }: Extract<Known, { kind: 'stranger' }>, activity: Activity, outbound: Outbound): Promise<void> {
    const personal = activity.conversation.conversationType === 'personal';
    // Of the two ways in which Teams tells of it, one.
    if (personal && activity.type === 'installationUpdate' && (why === 'waiting' || why === 'suspended'))
      await this.#speak(outbound, [{ kind: 'card', card: strangerCard(locale, why) }]);
  }

  async #meet(context: TurnContext): Promise<Meeting> {
    const { activity } = context;
    const connector = outboundTo(this.#adapter.connectorTo(activity.serviceUrl), activity);
    const outbound = counted(this.#parts.deps.store.pacing, connector, activity);
    const known = await this.#recognise(activity as Speaking, outbound);
    if (known.kind === 'stranger')
      this.#parts.log.warn({ why: known.why, activity: activity.type }, 'somebody not of this organisation was refused');
    return { activity, outbound, known };
  }

  #turn(activity: Activity, known: Extract<Known, { kind: 'person' }>, outbound: Outbound): Turn {
    const { conversation, from } = activity;
    const { deps, links } = this.#parts;
    const place = conversation.conversationType === 'personal' ? 'personal' : 'group';
    return {
      deps,
      links,
      by: known.principal,
      surface: 'chat',
      via: 'words',
      place,
      userId: from.id,
      cardId: null,
      channel: spokenIn(activity, outbound),
    };
  }

  async #typingMeanwhile<T>(outbound: Outbound, work: Promise<T>): Promise<T> {
    const typing = setTimeout(() => this.#attempt(outbound, [{ kind: 'typing' }]), shortly);
    return work.finally(() => clearTimeout(typing));
  }

  /** F-5, F-17: what is sent never holds the inbound turn open for long; one that hangs is given up by itself. */
  async #speak(outbound: Outbound, sends: readonly Send[]): Promise<void> {
    if (sends.length === 0) return;
    const { promise: longEnough, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, shortly);
    await Promise.race([this.#attempt(outbound, sends), longEnough]);
    clearTimeout(timer);
  }

  async #attempt(outbound: Outbound, sends: readonly Send[]): Promise<void> {
    for (const send of sends) {
      try {
        await outbound.send(send);
      } catch (fault) {
        const { name, statusCode } = fault as { name?: string; statusCode?: number };
        this.#parts.log.warn({ send: send.kind, fault: name, status: statusCode }, 'an answer could not be delivered');
      }
    }
  }
}

const placeOf = ({ conversation, serviceUrl }: Activity) => ({ conversationId: conversation.id, serviceUrl });

const dialogInvokes = ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'];

function strangerAnswer(name: string, { locale, why }: Extract<Known, { kind: 'stranger' }>): InvokeResponse {
  const card = strangerCard(locale, why);
  if (name === 'adaptiveCard/action')
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
  if (name === 'composeExtension/query') return saying(strangerText(locale, why).detail);
  if (name === 'composeExtension/queryLink') return nothing;
  if (!dialogInvokes.includes(name)) return { status: 403 };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { status: 200, body: { task: { type: 'continue', value: { title: 'Case Desk', card: attachment } } } };
}
