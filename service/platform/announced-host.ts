import { isIPv6 } from 'node:net';

/** What a browser on this computer calls an address the service listens on: 0.0.0.0 and :: are all of them, and no name. */
export function announcedHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
