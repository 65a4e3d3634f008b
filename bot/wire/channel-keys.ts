import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The channel's keys can't be had now. Whoever sent the activity may try it again. */
export class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach';
}

export interface ChannelKeys {
  /** @throws KeysOutOfReach, or jose's fault where there is no such key */
  readonly find: JWTVerifyGetKey;
  /** As they are published, with what jose does not read. */
  published(): readonly { readonly kid?: string; readonly [name: string]: unknown }[];
}

const second = 1_000;
/** After a failure the keys are not asked for again in this time, however many tokens arrive. */
const pause = 10 * second;

/** The channel's keys, kept for a day as Bot Framework asks; one that nobody has heard of has them fetched again, once a minute at most. */
export function channelKeys(address: string): ChannelKeys {
  const remote = createRemoteJWKSet(new URL(address), {
    timeoutDuration: 5 * second,
    cooldownDuration: 60 * second,
    cacheMaxAge: 24 * 3_600 * second,
  });
  let failedAt = Number.NEGATIVE_INFINITY;
  const fromMemory: JWTVerifyGetKey = async (...asked) => {
    const kept = remote.fresh ? remote.jwks() : undefined;
    if (!kept) throw new KeysOutOfReach();
    return createLocalJWKSet(kept)(...asked);
  };
  return {
    async find(...asked) {
      if (performance.now() - failedAt < pause) return fromMemory(...asked);
      try {
        return await remote(...asked);
      } catch (fault) {
        if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) throw fault;
        if (fault instanceof errors.JOSENotSupported) throw fault;
        failedAt = performance.now();
        return fromMemory(...asked);
      }
    },
    published: () => remote.jwks()?.keys ?? [],
  };
}
