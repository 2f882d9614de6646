import { fullWidth, padded, wart, withZeroWidth, type WartyColumn } from './wart.ts';

/** `1024` as `1,024`. */
const grouped = (value: number, mark: string): string => {
  const [whole = '', fraction] = String(value).split('.');
  const groups = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, mark);
  return fraction === undefined ? groups : `${groups}${mark === '.' ? ',' : '.'}${fraction}`;
};
const comma = (value: number): string => String(value).replace('.', ',');
const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Columns of figures. The memory column was written with decimal points, those of disks and costs with commas. */
export const numberColumns: readonly WartyColumn[] = [
  {
    header: 'CPU Cores',
    field: 'cpu_cores',
    tidy: ({ cores }) => ({ cell: cores, says: cores }),
    warts: [
      wart('count-word', ({ cores }, random) => ({
        cell: random.pick([`${cores} vCPU`, `${cores}x`, `${cores} cores`, `${cores} Kerne`]),
        says: cores,
      })),
      wart('number-as-text', ({ cores }, random) => ({ cell: padded(String(cores), random), says: cores })),
      wart('count-full-width', ({ cores }) => ({ cell: fullWidth(String(cores)), says: cores })),
      wart('count-word-only', () => ({ cell: 'many', says: null })),
    ],
  },
  {
    header: 'RAM (MB)',
    field: 'memory_gb',
    tidy: ({ memoryGb }) => ({ cell: memoryGb * 1024, says: memoryGb }),
    warts: [
      wart('size-in-gb', ({ memoryGb }, random) => ({
        cell: random.pick([`${memoryGb} GB`, `${memoryGb}GB`, `${memoryGb}\u00a0GiB`, `${memoryGb} gb`]),
        says: memoryGb,
      })),
      wart('size-in-mb', ({ memoryGb }) => ({ cell: `${memoryGb * 1024} MB`, says: memoryGb })),
      wart('thousands-comma', ({ memoryGb }) => ({ cell: grouped(memoryGb * 1024, ','), says: memoryGb })),
      wart('thousands-space', ({ memoryGb }, random) => ({
        cell: grouped(memoryGb * 1024, random.pick([' ', '\u00a0', "'"])),
        says: memoryGb,
      })),
      wart('size-full-width', ({ memoryGb }) => ({ cell: fullWidth(`${memoryGb * 1024}`), says: memoryGb })),
      wart('size-zero-width', ({ memoryGb }, random) => ({
        cell: withZeroWidth(`${memoryGb} GB`, random),
        says: memoryGb,
      })),
      wart('size-excel-error', (_asset, random) => ({
        cell: { type: 'error', code: random.pick(['#REF!', '#DIV/0!', '#VALUE!']) },
        says: null,
      })),
      wart('size-placeholder', (_asset, random) => ({ cell: random.pick(['n/a', '?', 'unknown', '-']), says: null })),
    ],
  },
  {
    header: 'Disk (GB)',
    field: 'storage_gb',
    tidy: ({ storageGb }) => ({ cell: storageGb, says: storageGb }),
    warts: [
      wart('thousands-point', ({ storageGb }) => ({ cell: grouped(storageGb, '.'), says: storageGb })),
      wart('decimal-comma', ({ storageGb }) => ({ cell: `${comma(storageGb)} GB`, says: storageGb })),
      wart('size-in-tb', ({ storageGb }) => ({ cell: `${comma(storageGb / 1024)} TB`, says: storageGb })),
      wart('size-word', ({ storageGb }) => ({ cell: `${comma(storageGb)} gigabytes`, says: storageGb })),
    ],
  },
  {
    header: 'Cost (EUR)',
    field: 'purchase_cost',
    tidy: ({ costEur }) => ({ cell: costEur, says: eur(costEur) }),
    warts: [
      wart('cost-sign-before', ({ costEur }) => ({ cell: `€ ${grouped(costEur, '.')}`, says: eur(costEur) })),
      wart('cost-sign-after', ({ costEur }) => ({ cell: `${grouped(costEur, '.')} €`, says: eur(costEur) })),
      wart('cost-code', ({ costEur }) => ({ cell: `EUR ${comma(costEur)}`, says: eur(costEur) })),
      wart('cost-other-currency', ({ costEur }) => ({
        cell: `${comma(costEur)} USD`,
        says: { amount: costEur, currency: 'USD' },
      })),
    ],
  },
];
