import type { Mailbox } from '../app/ports.ts';
import { faultOf } from '../domain/notice/outcome.ts';
import { type Act, type Acting, outcomeOf } from './acting.ts';

/**
 * Sends from one mailbox of the operator's. The mail goes as MIME, so that its id, its thread and the way to stop it stay as they are.
 *
 * @param address the mailbox that mail comes from
 */
export function graphMailbox(acting: Acting, tenantId: string, address: string): Mailbox {
  const sending = (body: string): Act => ({
    tenantId,
    scope: 'Mail.Send',
    path: `/users/${encodeURIComponent(address)}/sendMail`,
    contentType: 'text/plain',
    body,
  });
  return {
    async send(message, signal) {
      const acted = await acting(sending(Buffer.from(message).toString('base64')), signal);
      // A mailbox that isn't there is no fault of the mail's: it waits until the setting is mended.
      if (acted.is === 'answered' && acted.status === 404)
        return { is: 'later', fault: faultOf('signInRefused', `404 ${acted.code}`), afterMs: null };
      return outcomeOf(acted);
    },
    /** Asks for what is no mail: whoever may send is told so, and whoever may not is told that first. */
    async check(signal) {
      const acted = await acting(sending('-'), signal);
      if (acted.is === 'notAsked' && acted.why !== 'unreachable' && acted.why.is === 'noConsent')
        return { state: 'failed', reason: 'notGranted' };
      if (acted.is !== 'answered') return { state: 'failed', reason: 'noAnswer' };
      if (acted.status === 400) return { state: 'ok' };
      if (acted.status === 401 || acted.status === 403) return { state: 'failed', reason: 'notGranted' };
      return { state: 'failed', reason: acted.status === 404 ? 'noMailbox' : 'noAnswer' };
    },
  };
}
