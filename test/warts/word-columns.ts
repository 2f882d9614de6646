import type { Random } from './random.ts';
import { padded, wart, withZeroWidth, type WartyColumn } from './wart.ts';
import { criticalities, environments, statuses, yesOrNo, type Spellings } from './wart-vocabulary.ts';

const spelt = (spellings: Spellings, value: string, random: Random): string => random.pick(spellings[value] ?? [value]);
const FORMULAS = ['=HYPERLINK("http://example.com")', "=cmd|' /C calc'!A0", '@SUM(1+1)', '+1+cmd', '-2+3'];

/** Columns of words: closed lists, systems, people, texts. */
export const wordColumns: readonly WartyColumn[] = [
  {
    header: 'Operating System',
    field: 'operating_system',
    tidy: ({ system: [text, says] }) => ({ cell: text, says }),
    warts: [
      wart('os-upper-case', ({ system: [text, says] }) => ({ cell: text.toUpperCase(), says })),
      wart('os-spaces', ({ system: [text, says] }, random) => ({
        cell: padded(text.replaceAll(' ', '  '), random),
        says,
      })),
      wart('os-trade-mark', ({ system: [text, says] }) => ({ cell: text.replace(/^(\S+)/, '$1®'), says })),
      wart('os-unknown', () => ({
        cell: 'Standard image v3',
        says: { family: null, version: null, edition: null, architecture: null },
      })),
    ],
  },
  {
    header: 'Environment',
    field: 'environment',
    tidy: ({ environment }) => ({ cell: environment, says: environment }),
    warts: [
      wart('environment-synonym', ({ environment }, random) => ({
        cell: spelt(environments, environment, random),
        says: environment,
      })),
      wart('vocabulary-unknown', (_asset, random) => ({ cell: random.pick(['Narnia', 'Zone 7', 'blue']), says: null })),
    ],
  },
  {
    header: 'Status',
    field: 'status',
    tidy: ({ status }) => ({ cell: status, says: status }),
    warts: [wart('status-synonym', ({ status }, random) => ({ cell: spelt(statuses, status, random), says: status }))],
  },
  {
    header: 'Criticality',
    field: 'business_criticality',
    tidy: ({ criticality }) => ({ cell: criticality, says: criticality }),
    warts: [
      wart('criticality-synonym', ({ criticality }, random) => ({
        cell: spelt(criticalities, criticality, random),
        says: criticality,
      })),
    ],
  },
  {
    header: 'Virtual?',
    field: 'is_virtual',
    tidy: ({ isVirtual }) => ({ cell: isVirtual, says: isVirtual }),
    warts: [
      wart('boolean-word', ({ isVirtual }, random) => ({
        cell: random.pick(yesOrNo[isVirtual ? 'true' : 'false']),
        says: isVirtual,
      })),
      wart('boolean-number', ({ isVirtual }) => ({ cell: isVirtual ? 1 : 0, says: isVirtual })),
      wart('boolean-unknown', () => ({ cell: 'partly', says: null })),
    ],
  },
  {
    header: 'Business Owner',
    field: 'business_owner',
    tidy: ({ owner }) => ({ cell: owner, says: owner }),
    warts: [
      wart('person-email-case', () => ({ cell: 'Ann.Lee@Example.COM', says: 'ann.lee@example.com' })),
      wart('person-nbsp', ({ owner }) => ({ cell: owner.replaceAll(' ', '\u00a0'), says: owner })),
      wart('person-decomposed', ({ owner }) => ({ cell: owner.normalize('NFD'), says: owner })),
    ],
  },
  {
    header: 'Tags',
    field: 'tags',
    tidy: ({ tags }) => ({ cell: tags.join(';'), says: listed(tags) }),
    warts: [
      wart('list-spaces', ({ tags }) => ({ cell: tags.join(' ; '), says: listed(tags) })),
      wart('list-empty-parts', ({ tags }) => ({ cell: `${tags.join(';;')};`, says: listed(tags) })),
      wart('list-repeats', ({ tags }) => ({ cell: [...tags, tags[0]].join(';'), says: listed(tags) })),
    ],
  },
  {
    header: 'Data Center',
    field: 'datacenter',
    tidy: ({ datacenter }) => ({ cell: datacenter, says: datacenter }),
    warts: [
      wart('text-inner-spaces', ({ datacenter }) => ({
        cell: datacenter.replaceAll(' ', '  \u00a0'),
        says: datacenter,
      })),
      wart('text-zero-width', ({ datacenter }, random) => ({
        cell: withZeroWidth(datacenter, random),
        says: datacenter,
      })),
    ],
  },
  {
    header: 'Notes',
    field: 'description',
    tidy: ({ note }) => ({ cell: note, says: note }),
    warts: [
      wart('formula-like-text', (_asset, random) => {
        const text = random.pick(FORMULAS);
        return { cell: text, says: text };
      }),
      wart('text-number', (_asset, random) => {
        const number = random.integer(1, 9_999);
        return { cell: number, says: String(number) };
      }),
    ],
  },
];

const listed = (tags: readonly string[]) => (tags.length === 1 ? (tags[0] ?? null) : tags);
