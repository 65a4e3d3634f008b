import { createRemoteJWKSet, errors } from 'jose';
import { KeysUnavailable } from '../app/tokens.ts';

const second = 1_000;
/** After a failure the keys are not asked for again in this time, however many tokens arrive. */
const pause = 10 * second;

/** An issuer's keys, as jose asks for them. They are fetched once a day, and where a token names one that is not among them, once a minute. */
export function issuerKeys(keysUrl: string): ReturnType<typeof createRemoteJWKSet> {
  const remote = createRemoteJWKSet(new URL(keysUrl), {
    timeoutDuration: 5 * second,
    cooldownDuration: 60 * second,
    cacheMaxAge: 24 * 3_600 * second,
  });
  let failedAt = Number.NEGATIVE_INFINITY;
  return Object.assign(async (...asked: Parameters<typeof remote>) => {
    if (performance.now() - failedAt < pause) throw new KeysUnavailable('asked a moment ago');
    try {
      return await remote(...asked);
    } catch (fault) {
      if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) throw fault;
      if (fault instanceof errors.JOSENotSupported) throw fault;
      failedAt = performance.now();
      throw new KeysUnavailable(fault);
    }
  }, remote);
}
