import { BlockList, isIP, isIPv4 } from 'node:net';

/** What is not the internet: private, shared, link-local (where clouds keep their metadata), reserved, for documents, and many at once. */
const closed4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // Where a machine in Azure reaches the platform below it.
  '168.63.129.16/32',
];
/** Of what is handed out in IPv6, 2000::/3, all but this: in some of them a closed address of IPv4 can hide. */
const closed6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = listOf(closed4, 'ipv4');
const open6 = listOf(['2000::/3'], 'ipv6');
const not6 = listOf(closed6, 'ipv6');

/** F-33: whether an address is one that anybody on the internet could reach. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && open6.check(address, 'ipv6') && !not6.check(address, 'ipv6');
}

export const isThisMachine = (address: string): boolean => address === '::1' || (isIPv4(address) && address.startsWith('127.'));

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
