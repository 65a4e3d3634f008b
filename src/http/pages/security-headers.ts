import type { ServerResponse } from 'node:http';

/** Griffel, which styles Fluent, fills an empty style element through the CSSOM; this is the hash of an empty one. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** For answers that are no page: whatever a browser takes them for, it may load and run nothing. */
const nothing = "default-src 'none'; frame-ancestors 'none'";

const page = (frameAncestors: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ');

/** The tab's page: framed by Teams, and by nobody else. */
export const tabPolicy = (frameAncestors: readonly string[]): string => page(frameAncestors);
export const docsPolicy = page([]);

/** What every answer has, until a route says otherwise. */
export function setSecurityHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader('content-security-policy', nothing);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
