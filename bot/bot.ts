import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { digestOf } from '../src/app/digest.ts';
import { DirectoryUnavailable, StoreBusy } from '../src/app/faults.ts';
import { localeOf, words } from '../src/domain/i18n/index.ts';
import { type BotParts, DeskBot } from './activity-handler.ts';
import { speaker } from './say.ts';
import { sayInstead } from './say-instead.ts';
import { activityShape } from './wire/activity-shape.ts';
import { VerifiedAdapter } from './wire/adapter.ts';
import { checkOrigin, NotTheChannel, verifier } from './wire/authentication.ts';
import { BodyRefused, readBody } from './wire/body.ts';
import type { Channel } from './wire/channel.ts';
import { KeysOutOfReach } from './wire/channel-keys.ts';
import { onceEach } from './wire/once.ts';
import { outboundTo } from './wire/outbound.ts';
import { senderOf, TooManyTurns, type TurnLimits } from './wire/turn-limits.ts';

export interface Bot {
  /** Answers one POST to the messaging endpoint. It reads the body itself, once it knows who sent it. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Says something outside of any turn. Never rejects. */
  readonly say: ReturnType<typeof speaker>;
}

/** The bot over the core: verified activities in, cards out. */
export function createBot({
  channel,
  limits,
  ...parts
}: BotParts & { readonly channel: Channel; readonly limits?: TurnLimits | null }): Bot {
  const verify = verifier(channel);
  const adapter = new VerifiedAdapter(channel);
  const bot = new DeskBot(parts, adapter);
  const once = onceEach<InvokeResponse | undefined>();
  const failed = new WeakSet<object>();

  /** F-35: a plain sentence, and nothing of what went wrong. */
  adapter.onTurnError = async (context, fault) => {
    failed.add(context.activity);
    parts.log.error({ fault: fault.name, activity: context.activity.type, name: context.activity.name }, 'a turn failed');
    const { refusals } = words(localeOf(context.activity.locale));
    const passing = fault instanceof StoreBusy || fault instanceof DirectoryUnavailable;
    await apologise(context, passing ? refusals.busy : refusals.unexpected, adapter);
  };

  const take = async (request: IncomingMessage): Promise<InvokeResponse | undefined> => {
    const caller = await verify(request);
    const activity = (await readBody(request)) as unknown as Activity;
    checkOrigin(channel, caller, activity);
    if (!activityShape.safeParse(activity).success) throw new BodyRefused(400);
    const wait = limits?.ofTurn(senderOf(activity));
    if (wait !== undefined) throw new TooManyTurns(wait, activity);
    const claims = caller.kind === 'channel' ? caller.claims : { aud: channel.appId, serviceurl: activity.serviceUrl };
    const run = async () => {
      const answer = await adapter.receive(claims, activity, (context) => bot.run(context));
      if (failed.has(activity)) throw new TurnFailed(answer);
      return answer;
    };
    return typeof activity.id === 'string' && activity.id !== '' ? once(sameness(activity), run) : run();
  };

  const refusal = (request: IncomingMessage, fault: unknown): InvokeResponse & { readonly retryAfter?: number | undefined } => {
    if (fault instanceof TurnFailed) return fault.answer ?? { status: 200 };
    if (fault instanceof BodyRefused) return { status: fault.status };
    if (fault instanceof TooManyTurns) return { ...tooMany(fault.activity), retryAfter: fault.wait };
    if (fault instanceof KeysOutOfReach) return { status: 503, retryAfter: 10 };
    if (fault instanceof NotTheChannel) {
      const retryAfter = limits?.ofStranger(request);
      return { status: retryAfter === undefined ? 401 : 429, retryAfter };
    }
    parts.log.error({ fault: (fault as Error).name }, 'an activity could not be taken');
    return { status: 500 };
  };

  return {
    say: speaker(adapter, channel, parts.log),
    async handle(request, response) {
      try {
        reply(response, await take(request));
      } catch (fault) {
        if (request.destroyed && !request.complete) return void response.destroy();
        const { retryAfter, ...answer } = refusal(request, fault);
        if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
        reply(response, answer);
      } finally {
        // What nobody wanted to read still has to go by, or the answer would be lost with the connection.
        request.resume();
      }
    },
  };
}

/** An answer that is not to be given again: the activity may be tried anew. */
class TurnFailed extends Error {
  readonly answer: InvokeResponse | undefined;
  constructor(answer: InvokeResponse | undefined) {
    super('the turn failed');
    this.answer = answer;
  }
}

/** What makes two deliveries one (F-1): the same id from the same person with the same content. */
const sameness = ({ id, type, name, from, conversation, text, value }: Activity): string =>
  digestOf({ id, type, name, from: from?.id, conversation: conversation?.id, text, value });

async function apologise(context: TurnContext, sentence: string, adapter: VerifiedAdapter): Promise<void> {
  const { type, name } = context.activity;
  // Not waited for: the connector may be what failed.
  if (type === 'message')
    outboundTo(adapter.connectorTo(context.activity.serviceUrl), context.activity)
      .send({ kind: 'text', text: sentence })
      .catch(() => {});
  if (type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: sayInstead(name, sentence) });
}

/** F-36: whoever pressed a button reads why nothing happened; a message, which may be sent again, has only the status for an answer. */
function tooMany({ type, name, locale }: Activity): InvokeResponse {
  return type === 'invoke' ? sayInstead(name, words(localeOf(locale)).api.problems.tooManyRequests.detail) : { status: 429 };
}

function reply(response: ServerResponse, answer: InvokeResponse | undefined): void {
  if (response.headersSent) return;
  response.statusCode = answer?.status ?? 200;
  response.setHeader('cache-control', 'no-store');
  if (answer?.body === undefined) return void response.end();
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer.body));
}
