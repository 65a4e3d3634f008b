import { isEngineerOf } from '../domain/access/authorize.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Case } from '../domain/case/case.ts';
import { type Locale, localeOf } from '../domain/i18n/index.ts';
import { isZone } from '../domain/time/local-date-time.ts';
import type { Deps } from './deps.ts';
import type { Scope } from './ports.ts';

/** What a face knows of a reader besides who they are: never of their rights. */
export interface ReaderHints {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/**
 * The person behind a verified token or activity (ID-1), with the language and zone they chose in their profile, else those of the
 * client at hand, else those of the directory. `undefined` for somebody the directory does not know.
 */
export async function principalOf(deps: Deps, tenantId: string, personId: string, hints: ReaderHints = {}): Promise<Principal | undefined> {
  const person = await deps.directory.person(tenantId, personId);
  if (!person) return undefined;
  const profile = await deps.store.profiles.find(tenantId, personId);
  const locale: Locale = profile?.locale ?? (hints.locale ? localeOf(hints.locale) : person.locale);
  const timeZone = profile?.timeZone ?? (hints.timeZone && isZone(hints.timeZone) ? hints.timeZone : person.timeZone);
  return { ...person, name: profile?.displayName ?? person.name, email: profile?.email ?? person.email, locale, timeZone };
}

/** How far this person's questions may look: engineers over their desks, everybody else inside their tenant. */
export const scopeOf = (principal: Principal): Scope => {
  const desks = principal.desks.filter((desk) => isEngineerOf(principal, desk));
  return desks.length > 0 ? { kind: 'desks', desks } : { kind: 'tenant', tenantId: principal.tenantId };
};

/** G-5: whether internal notes are this person's to read. */
export const seesInternal = (principal: Principal, case_: Pick<Case, 'desk'>): boolean => isEngineerOf(principal, case_.desk);

/** The version of a case that this reader works with: internal notes don't make anybody else's page stale. */
export const versionFor = (principal: Principal, case_: Pick<Case, 'desk' | 'version' | 'publicVersion'>): number =>
  seesInternal(principal, case_) ? case_.version : case_.publicVersion;
