import { isEngineerOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/errors.ts';
import { caseTypeWords, deskWords, type Locale, localeOf, words } from '../../domain/i18n/index.ts';
import { fill, firstNameOf, type Placeholder } from '../../domain/reply/placeholders.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { formatInstant } from '../../domain/time/format.ts';
import { visible } from '../cases/queries.ts';
import type { Deps } from '../deps.ts';
import { toldPerson } from '../people/people.ts';

/** What an engineer chooses among on a case. */
export interface ReplyChoices {
  /** The language the case is answered in. */
  readonly caseLocale: Locale;
  /** By title. */
  readonly items: readonly { readonly id: string; readonly locale: Locale; readonly title: string }[];
}

/** A reply as it reads on one case, to be changed before it is sent. */
export interface FilledReply {
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
  /** What the case has nothing to put in for, in the reader's words; in the text it stands in brackets. */
  readonly open: readonly string[];
}

/** AG-3: the replies of the case's desk, in the language the case is answered in unless another is asked for. */
export async function repliesForCase(
  deps: Deps,
  by: Principal,
  caseId: string,
  locale: Locale | undefined,
): Promise<Result<ReplyChoices, Refusal>> {
  const case_ = await engineersCase(deps, by, caseId);
  if (!case_) return refuse({ code: 'notFound' });
  const caseLocale = localeOf(case_.supportLanguage);
  const wanted = locale ?? caseLocale;
  const all = await deps.store.replies.list(by.tenantId, [case_.desk]);
  const items = all.filter((reply) => reply.locale === wanted).map(({ id, title }) => ({ id, title, locale: wanted }));
  return ok({ caseLocale, items });
}

/** A reply with this case's values in it. One of another desk is as if it did not exist. */
export async function filledReply(deps: Deps, by: Principal, caseId: string, replyId: string): Promise<Result<FilledReply, Refusal>> {
  const [case_, reply] = await Promise.all([engineersCase(deps, by, caseId), deps.store.replies.find(by.tenantId, replyId)]);
  if (!case_ || reply?.desk !== case_.desk) return refuse({ code: 'notFound' });
  const { id, locale } = reply;
  const filled = fill(reply.text, await valuesOf(deps, by, case_, locale), (name) => `[${words(locale).replies.names[name]}]`);
  return ok({ id, locale, text: filled.text, open: filled.open.map((name) => words(by.locale).replies.names[name]) });
}

async function engineersCase(deps: Deps, by: Principal, caseId: string): Promise<Case | undefined> {
  const found = await visible(deps, by, { id: caseId });
  return found && isEngineerOf(by, found.desk) ? found : undefined;
}

/** The requester reads it: in the reply's language, and times in their zone. */
async function valuesOf(deps: Deps, by: Principal, case_: Case, locale: Locale): Promise<Readonly<Record<Placeholder, string | null>>> {
  const [organisation, requester] = await Promise.all([
    deps.directory.tenantName(case_.tenantId),
    toldPerson(deps, case_.tenantId, case_.requester.id),
  ]);
  const due = case_.firstResponseAt === null ? case_.firstResponseDueAt : null;
  return {
    caseNumber: case_.number,
    title: case_.title,
    caseType: caseTypeWords(locale, case_.desk, case_.caseType).name,
    requesterFirstName: firstNameOf(case_.requester.name),
    organisation: organisation || null,
    engineerName: by.name,
    deskName: deskWords(locale, case_.desk).name,
    dueTime: due && formatInstant(due, requester?.timeZone ?? by.timeZone, locale),
  };
}
