import { isIPv6 } from 'node:net';

/**
 * The name by which a browser on this computer reaches an address of the service: 0.0.0.0 and :: are all addresses, and
 * no name.
 */
export function announcedHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
