import type { OwnProfile, OwnProfiles } from '../app/ports.ts';
import { localeOf } from '../domain/i18n/locale.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Graph } from './client.ts';
import { ownProfile, type Profile, profileOf } from './people.ts';
import { type RecallLimits, recall, recallLimits } from './recall.ts';

export interface OwnProfileParts {
  readonly graph: Graph;
  readonly administratorConsent: OwnProfiles['administratorConsent'];
  /** Whether the desk may also ask as itself: then whoever's organisation lets it is not asked to agree. */
  readonly asItself: boolean;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
  readonly limits?: RecallLimits;
}

/** For a directory: the whole of what Graph said of a person to themselves. */
export type KnownProfiles = OwnProfiles & { profile(tenantId: string, personId: string): Profile | undefined };

/** ID-3: asks on a person's behalf, with the delegated permission of `scopes.ts`, and keeps answers for minutes and within a bound. */
export function ownProfiles(parts: OwnProfileParts): KnownProfiles {
  const { graph, administratorConsent, asItself, clock = () => performance.now(), limits = recallLimits } = parts;
  const asked = recall<Profile>(clock, limits);
  const kept = new Map<string, { readonly profile: Profile; readonly until: number }>();

  function keep(key: string, profile: Profile): void {
    kept.delete(key);
    kept.set(key, { profile, until: clock() + limits.standIn });
    if (kept.size > limits.entries) kept.delete(kept.keys().next().value ?? '');
  }
  const profile = (tenantId: string, personId: string): Profile | undefined => {
    const found = kept.get(`${tenantId} ${personId}`);
    return found && clock() < found.until ? found.profile : undefined;
  };

  return {
    async ask({ tenantId, personId }, shown) {
      if (asItself && (await graph.one(tenantId, profileOf(personId))).ok) return ok(null);
      const key = `${tenantId} ${personId}`;
      const answer = await asked.of(key, () => graph.own({ tenantId, personId, shown }, ownProfile));
      if (answer.ok) {
        keep(key, answer.value);
        return ok(shownOf(answer.value));
      }
      // They can agree at any moment: a refusal is not remembered.
      asked.refresh(key);
      return refuse(answer.error.is === 'noConsent' ? 'consentNeeded' : 'unavailable');
    },
    known: (tenantId, personId) => {
      const found = profile(tenantId, personId);
      return found && shownOf(found);
    },
    profile,
    administratorConsent,
  };
}

const shownOf = ({ displayName, mail, userPrincipalName, preferredLanguage }: Profile): OwnProfile => ({
  name: displayName,
  email: mail || userPrincipalName,
  locale: preferredLanguage ? localeOf(preferredLanguage) : null,
});
