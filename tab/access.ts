import type { Tokens } from './token.ts';

export type Headers = Readonly<Record<string, string>>;

/** By what the API knows who is asking. */
export interface Access {
  /** What one request is sent with. */
  headers(): Promise<Headers>;
  /** The server did not take these: whether asking once more, with others, may help. */
  refused(headers: Headers): boolean;
}

/** A token of Teams', renewed where the server does not take it. */
export const byToken = (tokens: Tokens): Access => ({
  headers: async () => ({ authorization: `Bearer ${await tokens.get()}` }),
  refused(headers) {
    tokens.drop((headers['authorization'] ?? '').replace('Bearer ', ''));
    return true;
  },
});

/** The browser sends its session's cookie by itself; the header shows that it was this page that asked. */
export const bySession = (ended: () => void): Access => ({
  headers: async () => ({ 'x-case-desk': '1' }),
  refused() {
    ended();
    return false;
  },
});
