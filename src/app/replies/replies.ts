import { v7 as uuidv7 } from 'uuid';
import { isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { deskIds } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { replyIssues, type SavedReply } from '../../domain/reply/saved-reply.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';

/** A saved reply with its placeholders, as engineers of its desk see it. */
export interface ReplyView extends SavedReply {
  readonly deskName: string;
}

export type GivenReply = Pick<SavedReply, 'desk' | 'locale' | 'title' | 'text'>;

/** AG-3: the replies of the desks the reader works for, by title. */
export async function repliesFor(deps: Deps, by: Principal): Promise<Result<readonly ReplyView[], Refusal>> {
  if (!may(by, 'useReplies')) return recordRefusal(deps, by, 'reply.list', null, { code: 'notAllowed', action: 'useReplies' });
  const found = await deps.store.replies.list(
    by.tenantId,
    deskIds.filter((desk) => isEngineerOf(by, desk)),
  );
  return ok(found.map((reply) => viewOf(reply, by)));
}

/** A new reply of a desk that the person leads. */
export async function addReply(deps: Deps, by: Principal, given: GivenReply): Promise<Result<ReplyView, Refusal>> {
  const checked = check(by, given);
  if (!checked.ok) return recorded(deps, by, 'reply.add', checked);
  const saved = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<ReplyView, Refusal>> => {
    if ((await tx.replies.count(given.desk)) >= limits.replies) {
      return refuse({ code: 'limitReached', limit: 'replies', max: limits.replies });
    }
    return ok(await save(tx, by, { ...checked.value, id: uuidv7(), version: 1 }, null));
  });
  return recorded(deps, by, 'reply.add', saved);
}

/** Changes a reply on the version that was seen (G-8); it stays at its desk. */
export async function changeReply(
  deps: Deps,
  by: Principal,
  id: string,
  { given, version }: { readonly given: Omit<GivenReply, 'desk'>; readonly version: number },
): Promise<Result<ReplyView, Refusal>> {
  const there = await deps.store.replies.find(by.tenantId, id);
  if (!there || !isEngineerOf(by, there.desk)) return recordRefusal(deps, by, 'reply.change', null, { code: 'notFound' });
  const checked = check(by, { ...given, desk: there.desk });
  if (!checked.ok) return recorded(deps, by, 'reply.change', checked);
  const saved = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<ReplyView, Refusal>> => {
    const before = await tx.replies.lock(id);
    if (before?.version !== version) return refuse({ code: 'outdated' });
    return ok(await save(tx, by, { ...checked.value, id, version: version + 1 }, before));
  });
  return recorded(deps, by, 'reply.change', saved);
}

/** Takes a reply away, on the version that was seen: nobody's change is lost with it unseen. */
export async function removeReply(deps: Deps, by: Principal, id: string, version: number): Promise<Result<true, Refusal>> {
  const there = await deps.store.replies.find(by.tenantId, id);
  if (!there || !isEngineerOf(by, there.desk)) return recordRefusal(deps, by, 'reply.remove', null, { code: 'notFound' });
  if (!may(by, 'writeReplies')) return recordRefusal(deps, by, 'reply.remove', null, { code: 'notAllowed', action: 'writeReplies' });
  const removed = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    const before = await tx.replies.lock(id);
    if (before?.version !== version) return refuse({ code: 'outdated' });
    await tx.replies.remove(id);
    await tx.appendAudit(auditOf(by, 'reply.remove', before, null));
    return ok(true);
  });
  return recorded(deps, by, 'reply.remove', removed);
}

function check(by: Principal, given: GivenReply): Result<GivenReply, Refusal> {
  if (!may(by, 'writeReplies') || !isEngineerOf(by, given.desk)) return refuse({ code: 'notAllowed', action: 'writeReplies' });
  const trimmed = { ...given, title: given.title.trim(), text: given.text.trim() };
  const issues = replyIssues(trimmed);
  return issues.length > 0 ? refuse({ code: 'invalid', issues }) : ok(trimmed);
}

async function save(
  tx: TenantTransaction,
  by: Principal,
  reply: GivenReply & Pick<SavedReply, 'id' | 'version'>,
  before: SavedReply | null,
): Promise<ReplyView> {
  const after = { ...reply, changedAt: tx.now };
  await tx.replies.save(after, by.personId);
  await tx.appendAudit(auditOf(by, before ? 'reply.change' : 'reply.add', before, after));
  return viewOf(after, by);
}

const viewOf = (reply: SavedReply, by: Principal): ReplyView => ({ ...reply, deskName: words(by.locale).desks[reply.desk].name });

const wordsOf = ({ desk, locale, title, text }: SavedReply) => ({ desk, locale, title, text });

const auditOf = (by: Principal, action: string, from: SavedReply | null, to: SavedReply | null) => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done' as const,
  caseId: null,
  details: { name: by.name, reply: (to ?? from)?.id, from: from && wordsOf(from), to: to && wordsOf(to) },
});
