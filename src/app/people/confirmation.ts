import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Fault } from '../../domain/faults.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { AuditEntry, TenantTransaction } from '../ports.ts';
import { changedProfileOf, mostTries, type ProfileView } from './profile-view.ts';

/** PN-15, F-36: how long a code works, and how many are sent in an hour and in a day, to one person and to one mailbox. */
export const codeRules = { validMinutes: 30, perHour: 3, perDay: 8, digits: 8 } as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The person a code is for: `name` as their directory has it, for whoever reads the mail may be a stranger (F-36). */
export interface CodeFor {
  readonly by: Principal;
  readonly name: string;
  readonly address: string;
}

/** Posts a fresh code to the address, in the transaction of what made it necessary. It takes the place of an earlier one. */
export async function sendCode(tx: TenantTransaction, { by, name, address }: CodeFor): Promise<Result<true, Refusal>> {
  const now = Date.parse(tx.now);
  const sent = await tx.confirmations.sentSince(new Date(now - day).toISOString(), { personId: by.personId, address });
  const free = Math.max(...[sent.person, sent.mailbox].map(freeAgain));
  if (free > now) return refuse({ code: 'tooSoon', what: 'code', retryAfter: Math.ceil((free - now) / 1_000) });
  const [id, code, salt] = [uuidv7(), freshCode(), randomBytes(16).toString('hex')];
  const expiresAt = new Date(now + codeRules.validMinutes * minute).toISOString();
  await tx.confirmations.add({ id, personId: by.personId, address, salt, digest: digestOf(code, salt), sentAt: tx.now, expiresAt });
  const says = { letter: 'confirmAddress', name, code, validMinutes: codeRules.validMinutes } as const;
  await tx.post({ key: `confirm:${id}`, address, locale: by.locale, says });
  return ok(true);
}

/** When the next one may be sent, in milliseconds; in the past where it may be now. @param instants of the last day, oldest first */
function freeAgain(instants: readonly string[]): number {
  const after = (most: number, window: number): number => {
    const earlier = instants.at(-most);
    return earlier === undefined ? 0 : Date.parse(earlier) + window;
  };
  return Math.max(after(codeRules.perHour, hour), after(codeRules.perDay, day));
}

/** PN-15: whoever types the code that was sent to the waiting address has shown that it is theirs; from then on it is used. */
export async function confirmAddress(deps: Deps, by: Principal, typed: string): Promise<Result<ProfileView, Refusal>> {
  const code = typed.replaceAll(/\s/g, '');
  if (!/^\d{8}$/.test(code)) return invalid({ is: 'notACode', digits: codeRules.digits });
  const done = await deps.store.inTenant<Result<true, Refusal>>(by.tenantId, async (tx) => {
    const profile = await tx.profiles.lock(by.personId);
    const waiting = await tx.confirmations.waiting(by.personId);
    if (!profile?.unconfirmedEmail) return refuse({ code: 'nothingToConfirm' });
    if (!waiting || waiting.expiresAt <= tx.now) return invalid({ is: 'codeExpired', minutes: codeRules.validMinutes });
    if (waiting.tries >= mostTries) return invalid({ is: 'codeSpent', tries: mostTries });
    if (!timingSafeEqual(Buffer.from(digestOf(code, waiting.salt)), Buffer.from(waiting.digest))) {
      await tx.confirmations.countTry(waiting.id);
      await tx.appendAudit(auditOf(by, 'confirmAddress', 'refused', { code: 'wrongCode' }));
      const left = mostTries - waiting.tries - 1;
      return left > 0 ? invalid({ is: 'wrongCode', left }) : invalid({ is: 'codeSpent', tries: mostTries });
    }
    await tx.profiles.save(by.personId, { ...profile, email: waiting.address, unconfirmedEmail: null });
    await tx.confirmations.end(by.personId);
    await tx.appendAudit(auditOf(by, 'confirmAddress', 'done', { address: waiting.address }));
    return ok(true);
  });
  return done.ok ? ok(await changedProfileOf(deps, by)) : done;
}

/** PN-15: a new code for the address that waits; the earlier one no longer works. */
export async function sendCodeAgain(deps: Deps, by: Principal): Promise<Result<ProfileView, Refusal>> {
  const known = await deps.directory.person(by.tenantId, by.personId);
  const sent = await deps.store.inTenant<Result<true, Refusal>>(by.tenantId, async (tx) => {
    const profile = await tx.profiles.lock(by.personId);
    if (!profile?.unconfirmedEmail) return refuse({ code: 'nothingToConfirm' });
    const result = await sendCode(tx, { by, name: known?.name ?? '', address: profile.unconfirmedEmail });
    await tx.appendAudit(auditOf(by, 'sendCode', result.ok ? 'done' : 'refused', result.ok ? {} : { code: result.error.code }));
    return result;
  });
  return sent.ok ? ok(await changedProfileOf(deps, by)) : sent;
}

export const auditOf = (by: Principal, what: string, outcome: AuditEntry['outcome'], details: AuditEntry['details']): AuditEntry => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action: `profile.${what}`,
  outcome,
  caseId: null,
  details: { name: by.name, ...details },
});

const invalid = (fault: Fault): Result<never, Refusal> => refuse({ code: 'invalid', issues: [{ field: 'code', fault }] });

const freshCode = (): string => String(randomInt(10 ** codeRules.digits)).padStart(codeRules.digits, '0');

const digestOf = (code: string, salt: string): string => createHmac('sha256', salt).update(code).digest('hex');
