import type { Mailbox, SetUpProbes, Store } from './app/ports.ts';
import type { Config } from './config.ts';
import { type Carry, overGraph, overSmtp } from './notify/mail-carrier.ts';
import { checkMail } from './notify/mail-check.ts';
import { senderOf } from './notify/mail-message.ts';
import { mailServerOf } from './notify/mail-server.ts';

/** How mail goes out, and whom it comes from. */
export interface MailWay {
  readonly from: string;
  carry(store: Pick<Store, 'pacing'>): Carry;
  readonly check: NonNullable<SetUpProbes['mail']>;
}

type Mail = NonNullable<Config['mail']>;

export const smtpWay = ({ smtpUrl, from }: Omit<Extract<Mail, { via: 'smtp' }>, 'via'>): MailWay => ({
  from,
  carry: () => overSmtp(smtpUrl),
  check: (signal) => checkMail(mailServerOf(smtpUrl), signal),
});

/** @param mailboxOf the mailbox of an address, @param tenantId whose it is */
export function graphWay(from: string, tenantId: string, mailboxOf: (address: string) => Mailbox): MailWay {
  const address = senderOf(from);
  const mailbox = mailboxOf(address);
  return {
    from,
    carry: ({ pacing }) => overGraph({ mailbox, pacing, tenantId, address }),
    check: (signal) => mailbox.check(signal),
  };
}
