import { faultOf, type Outcome } from '../../src/domain/notice/outcome.ts';

/** What went wrong on the way to the connector. Bodies vary, so the status decides. */
interface ConnectorFault {
  readonly statusCode?: number;
  readonly code?: string;
  readonly name?: string;
  readonly message?: string;
  readonly retryAfter?: string | undefined;
}

/** Faults with which nothing has left this machine. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

export const statusOf = (fault: unknown): number | undefined => (fault as ConnectorFault | null)?.statusCode;

/**
 * F-15 to F-19: what a failed call means. 429 and 412 were not taken; a 5xx, a lost connection and silence may have been, unless doing it twice
 * does no harm; whatever else Teams refuses, it refuses for good.
 */
export function outcomeOf(thrown: unknown, { harmless = false }: { readonly harmless?: boolean } = {}): Outcome {
  const fault = (thrown ?? {}) as ConnectorFault;
  const said = [fault.statusCode, fault.code, fault.message].filter(Boolean).join(' ');
  const later = (code: 'busy' | 'unreachable' | 'signInRefused', afterMs: number | null = null): Outcome => ({
    is: 'later',
    fault: faultOf(code, said),
    afterMs,
  });
  const status = fault.statusCode;
  if (fault.name === 'NoToken' || status === 401) return later('signInRefused');
  if (status === 429) return later('busy', retryAfterOf(fault));
  if (status === 412 || status === 408 || status === 409) return later('busy');
  if (status !== undefined && status < 500) return { is: 'never', fault: faultOf('refused', said) };
  if (harmless || neverLeft.includes(fault.code ?? '')) return later('unreachable', status === undefined ? null : retryAfterOf(fault));
  return { is: 'maybeSent', fault: faultOf('unreachable', said || 'no answer') };
}

/** Milliseconds, from seconds or a date; `null` where none is said. */
function retryAfterOf({ retryAfter: said }: ConnectorFault): number | null {
  if (!said) return null;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
