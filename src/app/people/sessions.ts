import { Buffer } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { TenantClosed } from '../faults.ts';
import type { Session } from '../ports.ts';
import type { TokenHolder } from '../tokens.ts';
import { keepSeen } from './people.ts';

/** A key is the tenant's id, which says where to look, and 32 random bytes, which nobody can guess: 64 letters. */
const keyShape = /^[\w-]{64}$/;
const tenantBytes = 16;
const randomPart = 32;

const digestOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

function newKey(tenantId: string): string {
  return Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(randomPart)]).toString('base64url');
}

function tenantIn(key: string): string {
  const hex = Buffer.from(key, 'base64url').subarray(0, tenantBytes).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * ID-1: a session for whoever has just proved who they are. It always has a key of its own, whatever the browser brought along.
 *
 * @returns the key, which is kept nowhere here
 */
export async function beginSession(deps: Deps, { tenantId, personId, guest, claims }: TokenHolder): Promise<Result<string, 'notLetIn'>> {
  const { name, username, directoryRoles, appRoles } = claims;
  try {
    // Of people who are not let in nothing is kept.
    await deps.gate.pass(tenantId);
    await keepSeen(deps, { tenantId, id: personId, name, email: username, guest, locale: null, directoryRoles, appRoles });
    // An organisation that comes for the first time is registered here; where it has to wait, so has the session.
    const person = await deps.directory.person(tenantId, personId);
    if (person) await deps.gate.enter(person);
  } catch (fault) {
    if (fault instanceof TenantClosed) return refuse('notLetIn');
    throw fault;
  }
  const key = newKey(tenantId);
  await deps.store.sessions.begin({ tenantId, personId, guest }, digestOf(key));
  await record(deps, { tenantId, personId, guest }, 'session.begin');
  return ok(key);
}

/** `undefined` for a key that is none, or of a session that is over. */
export async function sessionOf(deps: Pick<Deps, 'store'>, key: string): Promise<Session | undefined> {
  return keyShape.test(key) ? deps.store.sessions.find(tenantIn(key), digestOf(key)) : undefined;
}

/** From now on the key opens nothing, in any process. */
export async function endSession(deps: Pick<Deps, 'store'>, key: string): Promise<void> {
  const ended = keyShape.test(key) ? await deps.store.sessions.end(tenantIn(key), digestOf(key)) : undefined;
  if (ended) await record(deps, ended, 'session.end');
}

async function record({ store }: Pick<Deps, 'store'>, { tenantId, personId }: Session, action: string): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.appendAudit({ actorTenantId: tenantId, actorId: personId, action, outcome: 'done', caseId: null, details: {} }),
  );
}
