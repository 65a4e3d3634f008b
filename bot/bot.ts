import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { digestOf } from '../src/app/digest.ts';
import { DirectoryUnavailable, StoreBusy } from '../src/app/faults.ts';
import { localeOf, words } from '../src/domain/i18n/index.ts';
import { type BotParts, DeskBot } from './activity-handler.ts';
import { VerifiedAdapter } from './adapter.ts';
import { checkOrigin, NotTheChannel, verifier } from './authentication.ts';
import { BodyRefused, readBody } from './body.ts';
import type { Channel } from './channel.ts';
import { onceEach } from './once.ts';
import { outboundTo } from './outbound.ts';

export interface Bot {
  /** Answers one POST to the messaging endpoint. It reads the body itself, once it knows who sent it. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The bot over the core: verified activities in, cards out. */
export function createBot({ channel, ...parts }: BotParts & { readonly channel: Channel }): Bot {
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
    const claims = caller.kind === 'channel' ? caller.claims : { aud: channel.appId, serviceurl: activity.serviceUrl };
    const run = async () => {
      const answer = await adapter.receive(claims, revived(activity), (context) => bot.run(context));
      if (failed.has(activity)) throw new TurnFailed(answer);
      return answer;
    };
    return typeof activity.id === 'string' && activity.id !== '' ? once(sameness(activity), run) : run();
  };

  return {
    async handle(request, response) {
      try {
        reply(response, await take(request));
      } catch (fault) {
        if (fault instanceof TurnFailed) return reply(response, fault.answer);
        // What is left of the body is not waited for.
        response.setHeader('connection', 'close');
        if (fault instanceof NotTheChannel) return reply(response, { status: 401 });
        if (fault instanceof BodyRefused) return reply(response, { status: fault.status });
        parts.log.error({ fault: (fault as Error).name }, 'an activity could not be taken');
        reply(response, { status: 500 });
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

/** The platform's activities always have these; code that relies on it must not meet one that has not. */
function revived(activity: Activity): Activity {
  const { conversation, from, recipient } = activity;
  const whole = [conversation, from, recipient].every((part) => typeof part === 'object' && part !== null && typeof part.id === 'string');
  if (typeof activity.type !== 'string' || !whole) throw new BodyRefused(400);
  return activity;
}

async function apologise(context: TurnContext, sentence: string, adapter: VerifiedAdapter): Promise<void> {
  const { type, name } = context.activity;
  // Not waited for: the connector may be what failed.
  if (type === 'message')
    outboundTo(adapter.connectorOf(context), context.activity)
      .send({ kind: 'text', text: sentence })
      .catch(() => {});
  if (type !== 'invoke') return;
  const body =
    name === 'adaptiveCard/action'
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
      : { task: { type: 'message', value: sentence } };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

function reply(response: ServerResponse, answer: InvokeResponse | undefined): void {
  if (response.headersSent) return;
  response.statusCode = answer?.status ?? 200;
  response.setHeader('cache-control', 'no-store');
  if (answer?.body === undefined) return void response.end();
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer.body));
}
