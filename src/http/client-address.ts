import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * From where a request comes, as far as it matters for limits: an IPv4 address, or the 64-bit network that one IPv6 subscriber has whole.
 *
 * @param trustedProxies how many entries from the end of `X-Forwarded-For` proxies of ours have written. What stands before these is
 * whatever the sender liked to write.
 */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : [];
  const named = withoutPort(forwarded.at(-trustedProxies)?.trim() ?? '');
  return networkOf(isIP(named) ? named : (socket.remoteAddress ?? ''));
}

/** Some proxies add the port: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
const withoutPort = (entry: string): string => /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(entry)?.slice(1).find(Boolean) ?? entry;

function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
