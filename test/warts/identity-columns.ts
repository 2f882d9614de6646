import { fullWidth, padded, wart, withZeroWidth, type WartyColumn } from './wart.ts';

const fqdnOf = ({ host, domain }: { host: string; domain: string }) => `${host}.${domain}`;
const qualified = ({ host, domain }: { host: string; domain: string }) => ({ fqdn: `${host}.${domain}`, host, domain });
const PLACEHOLDER_SERIALS = ['To be filled by O.E.M.', '0', 'N/A', 'Default string', 'None', 'xxxxxxxx', '-'];
const upperMac = (mac: string): string => mac.toUpperCase();

/** Columns that name an asset. */
export const identityColumns: readonly WartyColumn[] = [
  {
    header: 'Asset Name',
    field: 'asset_name',
    tidy: ({ host }) => ({ cell: host, says: host }),
    warts: [
      wart('trailing-spaces', ({ host }, random) => ({ cell: padded(host, random), says: host })),
      wart('zero-width', ({ host }, random) => ({ cell: withZeroWidth(host, random), says: host })),
    ],
  },
  {
    header: 'Hostname',
    field: 'hostname',
    tidy: ({ host }) => ({ cell: host, says: host }),
    warts: [
      wart('host-case', ({ host }) => ({ cell: host.toUpperCase(), says: host })),
      wart('host-is-fqdn', (asset) => ({ cell: fqdnOf(asset).toUpperCase(), says: asset.host })),
      wart('host-account', ({ host }) => ({ cell: `CORP\\${host.toUpperCase()}$`, says: host })),
      wart('host-spaces', ({ host }, random) => ({ cell: padded(host, random), says: host })),
      wart('host-zero-width', ({ host }, random) => ({ cell: withZeroWidth(host, random), says: host })),
      wart('swapped-ip-for-host', ({ ipAddresses }) => ({ cell: ipAddresses[0] ?? null, says: null })),
    ],
  },
  {
    header: 'FQDN',
    field: 'fqdn',
    tidy: (asset) => ({ cell: fqdnOf(asset), says: qualified(asset) }),
    warts: [
      wart('fqdn-case', (asset) => ({ cell: fqdnOf(asset).toUpperCase(), says: qualified(asset) })),
      wart('fqdn-final-dot', (asset) => ({ cell: `${fqdnOf(asset)}.`, says: qualified(asset) })),
      wart('fqdn-is-short', ({ host }) => ({ cell: host, says: null })),
      wart('fqdn-blank', () => ({ cell: null, says: null })),
    ],
  },
  {
    header: 'Serial No.',
    field: 'serial_number',
    tidy: ({ serial }) => ({ cell: serial, says: serial }),
    warts: [
      wart('serial-placeholder', (_asset, random) => ({ cell: random.pick(PLACEHOLDER_SERIALS), says: null })),
      wart('serial-scientific', () => ({ cell: '1.23457E+11', says: null })),
      wart('serial-number-cell', ({ serial }) =>
        /^[1-9]\d+$/.test(serial) ? { cell: Number(serial), says: serial } : { cell: serial, says: serial },
      ),
      wart('serial-spaces', ({ serial }, random) => ({ cell: padded(serial, random), says: serial })),
      wart('serial-excel-error', () => ({ cell: { type: 'error', code: '#N/A' }, says: null })),
    ],
  },
  {
    header: 'IP Addresses',
    field: 'ip_address',
    tidy: ({ ipAddresses }) => ({ cell: ipAddresses[0] ?? null, says: ipAddresses[0] ?? null }),
    warts: [
      wart('ip-list', ({ ipAddresses: [first = ''] }, random) => {
        const second = first.replace(/^10\./, '172.16.').split('.').slice(0, 4).join('.');
        return { cell: `${first}${random.pick([', ', ';', '\n', ' / ', ' | '])}${second}`, says: [first, second] };
      }),
      wart('ipv6', (_asset, random) => {
        const last = random.integer(1, 0xff).toString(16);
        const written = [`2001:0DB8:0000:0000:0000:0000:0000:00${last.padStart(2, '0')}`, `2001:db8::${last}`];
        return { cell: random.pick(written), says: `2001:db8::${last}` };
      }),
      wart('ip-cidr', ({ ipAddresses: [first = ''] }) =>
        /\.(?:0|255)$/.test(first) ? { cell: first, says: first } : { cell: `${first}/24`, says: first },
      ),
      wart('ip-network', ({ ipAddresses: [first = ''] }) => ({
        cell: `${first.replace(/\.\d+$/, '.0')}/24`,
        says: null,
      })),
      wart('ip-port', ({ ipAddresses: [first = ''] }) => ({ cell: `${first}:443`, says: first })),
      wart('ip-zero-width', ({ ipAddresses: [first = ''] }, random) => ({
        cell: withZeroWidth(first, random),
        says: first,
      })),
      wart('ip-full-width', ({ ipAddresses: [first = ''] }) => ({ cell: fullWidth(first), says: first })),
      wart('swapped-host-for-ip', ({ host }) => ({ cell: host, says: null })),
    ],
  },
  {
    header: 'MAC',
    field: 'mac_address',
    tidy: ({ mac }) => ({ cell: mac, says: mac }),
    warts: [
      wart('mac-dashes', ({ mac }) => ({ cell: upperMac(mac).replaceAll(':', '-'), says: mac })),
      wart('mac-dots', ({ mac }) => ({ cell: mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.'), says: mac })),
      wart('mac-bare', ({ mac }) => ({ cell: upperMac(mac).replaceAll(':', ''), says: mac })),
      wart('mac-zero-width', ({ mac }, random) => ({ cell: withZeroWidth(mac, random), says: mac })),
      wart('mac-empty', () => ({ cell: '00:00:00:00:00:00', says: null })),
    ],
  },
];
