import { setTimeout as sleep } from 'node:timers/promises';
import { DirectoryUnavailable } from '../faults.ts';
import type { ServiceAnnouncements, ServiceIssue } from '../ports.ts';

/** For how long what was read is told again without asking, a failure too, and what was read stands in while nobody answers. */
const freshMs = 5 * 60_000;
const failedMs = 60_000;
const standInMs = 60 * 60_000;
/** For how long whoever wants to know waits: whoever creates a case must not. */
const patienceMs = 2_000;
const mostIssues = 20;

/** What is known of Microsoft's services. */
export interface ServiceHealth {
  /** `unreadable`: nobody answers now, and `issues` are what was known at `readAt`, if anything was. */
  readonly state: 'read' | 'unreadable' | 'notAsked';
  /** ISO 8601 in UTC. */
  readonly readAt: string | null;
  readonly issues: readonly ServiceIssue[];
}

export type KnownHealth = () => Promise<ServiceHealth>;

const nothing = { readAt: null, issues: [] } as const;

/** CS-12: service health for showing: asked once in five minutes by whoever comes first. @param now ISO 8601 in UTC */
export function knownHealth(announcements: ServiceAnnouncements, now: () => string, patience = patienceMs): KnownHealth {
  let known: ServiceHealth = { state: 'notAsked', ...nothing };
  let goodUntil = Number.NEGATIVE_INFINITY;
  let asking: Promise<true> | undefined;
  return async () => {
    if (Date.parse(now()) < goodUntil) return known;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return (await Promise.race([asking, sleep(patience, false, { ref: false })])) ? known : unreadable();
  };

  async function ask(): Promise<true> {
    const at = now();
    try {
      const answer = await announcements.issues();
      known = answer.ok ? { state: 'read', readAt: at, issues: answer.value.slice(0, mostIssues) } : { state: 'notAsked', ...nothing };
      goodUntil = Date.parse(at) + freshMs;
    } catch (fault) {
      if (!(fault instanceof DirectoryUnavailable)) throw fault;
      known = unreadable();
      goodUntil = Date.parse(now()) + failedMs;
    }
    return true;
  }

  function unreadable(): ServiceHealth {
    const { readAt, issues } = known;
    const recent = readAt !== null && Date.parse(now()) - Date.parse(readAt) < standInMs;
    return { state: 'unreadable', ...(recent ? { readAt, issues } : nothing) };
  }
}
