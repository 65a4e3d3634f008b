import type { Logger } from 'pino';
import type { Deps } from './app/deps.ts';
import { answerMail } from './app/notices/incoming-mail.ts';
import type { Config } from './config.ts';
import { type Inbound, startInbound } from './notify/inbound/listener.ts';
import { portFault } from './start-fault.ts';
import type { Surroundings } from './surroundings.ts';

/** G-21: listens for mail to the desk's address, where that is set up. Whoever delivers sends the answers. */
export async function startMailIn(
  deps: Pick<Deps, 'store'>,
  { mailIn }: Config,
  { mail, operatorTenantId }: Pick<Surroundings, 'mail' | 'operatorTenantId'>,
  log: Logger,
): Promise<Inbound | null> {
  if (!mailIn || !mail) return null;
  const { host, port } = mailIn;
  const sender = /<([^<>]+)>$/.exec(mail.from)?.[1] ?? mail.from;
  const address = mailIn.address ?? sender;
  const desk = { operatorTenantId, own: [sender, address] };
  return startInbound({ host, port, address, take: (mail) => answerMail(deps, desk, mail), log }).catch((fault) => {
    throw portFault(fault, port, host, 'MAIL_IN_PORT', 'MAIL_IN_HOST');
  });
}
