import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentFinding } from '../agent.ts';
import fc from 'fast-check';
import { buildContext, buildInput } from '#test/builders/agent-inputs.ts';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { runAgent } from '../run-agent.ts';
import { dataValidation } from './data-validation.agent.ts';

agentContract(dataValidation, {
  prepare: () => ({}),
  made: ({ columnProfiles }) => columnProfiles?.filter(({ frequent }) => frequent.length > 0).length,
});

async function findings(headers: readonly string[], rows: readonly (readonly Cell[])[]): Promise<AgentFinding[]> {
  const output = await runAgent(dataValidation, buildInput(headers, rows), buildContext());
  return [...(output.findings ?? [])];
}

const brief = (found: readonly AgentFinding[]): [string, number | null, number, (string | null)[]][] =>
  found.map((finding) => [finding.code, finding.columnIndex, finding.count, finding.cells.map((cell) => cell.address)]);

describe('data validation', () => {
  test('finds nothing in a clean sheet', async () => {
    expect(
      await findings(
        ['Server Name', 'IP Address', 'CPU Cores'],
        [
          ['a-1', '10.0.0.1', 2],
          ['a-2', '10.0.0.2', 4],
          ['a-3', '10.0.0.3', 8],
        ],
      ),
    ).toEqual([]);
  });

  test('names each bad cell by its address in the sheet', async () => {
    const found = await findings(
      ['Server Name', 'IP Address', 'Notes'],
      [
        ['srv-1', '10.0.0.1', 'fine'],
        [null, '10.0.0.300', ' spaced '],
        ['SRV-1', '10.0.0.3', '=cmd()'],
        ['srv-4', { type: 'error', code: '#N/A' }, 'a\nb'],
        ['srv-5', 'dhcp', '03/04/2019'],
      ],
    );
    expect(brief(found)).toEqual([
      ['missing_identifier', 0, 1, ['Servers!B5']],
      ['duplicate_identifier', 0, 1, ['Servers!B6']],
      ['invalid_ip_address', 1, 2, ['Servers!C5', 'Servers!C8']],
      ['error_cell', 1, 1, ['Servers!C7']],
      ['date_as_text', 2, 1, ['Servers!D8']],
      ['surrounding_spaces', 2, 1, ['Servers!D5']],
      ['formula_like_text', 2, 1, ['Servers!D6']],
      ['multiple_values', 2, 1, ['Servers!D7']],
    ]);
    expect(found[0]?.message).toBe('"Server Name" identifies assets, but is blank or says nothing in 1 row.');
  });

  test('keeps exact counts and lists the first 200 cells', async () => {
    const [finding] = await findings(
      ['Serial Number', 'X'],
      Array.from({ length: 1_000 }, (_, index) => [null, index]),
    );
    expect(finding).toMatchObject({ code: 'missing_identifier', count: 1_000 });
    expect(finding?.cells).toHaveLength(200);
  });

  test('tells totals, blank rows and odd types from assets', async () => {
    const servers = Array.from({ length: 10 }, (_, index): Cell[] => [`srv-${index}`, 4, 'x', index]);
    const found = await findings(
      ['Server Name', 'CPU Cores', 'Site', 'Rack'],
      [...servers, ['srv-10', 'four', 'x', 1], [null, null, null, null], ['Total', 44, null, null]],
    );
    expect(brief(found)).toEqual([
      ['blank_row', null, 1, ['Servers!B15']],
      ['subtotal_row', null, 1, ['Servers!B16']],
      ['mixed_types', 1, 1, ['Servers!C14']],
    ]);
  });

  test('says of a total, a blank row and a header written again only that', async () => {
    const headers = ['Server Name', 'Serial Number', 'IP Address', 'CPU Cores', 'Site'];
    const servers = Array.from({ length: 10 }, (_, at): Cell[] => [`srv-${at}`, `SN${at}`, `10.0.0.${at}`, 4, 'x']);
    const found = await findings(headers, [
      ...servers,
      [null, ' ', null, null, null],
      headers.map((header) => ` ${header.toUpperCase()}`),
      ['Gesamtsumme', null, null, 40, null],
      ['Berlin Total', null, null, { type: 'error', code: '#REF!' }, null],
      ['Sous-total Paris', null, null, 8, null],
      ['total-db01', 'SN11', '10.0.0.11', 4, 'x'],
      ['Server Name', 'SN12', '10.0.0.12', 4, 'Site'],
    ]);
    expect(brief(found)).toEqual([
      ['blank_row', null, 1, ['Servers!B14']],
      ['repeated_header', null, 1, ['Servers!B15']],
      ['subtotal_row', null, 3, ['Servers!B16', 'Servers!B17', 'Servers!B18']],
    ]);
  });

  test('takes words for nothing for no address and no repeated name, but for a missing one', async () => {
    const found = await findings(
      ['Server Name', 'IP Address', 'MAC Address', 'FQDN', 'Serial Number'],
      [
        ['srv-1', 'n/a', '-', 'TBD', 'N/A'],
        ['srv-2', 'unassigned', 'unbekannt', 'none', 'To be filled by O.E.M.'],
        ['srv-3', '10.0.0.3', '00:50:56:9a:1b:2d', 'srv-3.corp.local', 'N/A'],
        ['srv-4', 'dhcp', 'x', 'srv 4', 'CZ1'],
      ],
    );
    expect(brief(found).map(([code, column, count]) => [code, column, count])).toEqual([
      ['invalid_ip_address', 1, 1],
      ['invalid_mac_address', 2, 1],
      ['invalid_fqdn', 3, 1],
      ['blank_identifier', 3, 2],
      ['blank_identifier', 4, 3],
    ]);
    expect(found[4]?.cells.map(({ value }) => value)).toEqual(['N/A', 'To be filled by O.E.M.', 'N/A']);
  });

  test('takes a blank identifier for an error only in rows that no other identifier names', async () => {
    const found = await findings(
      ['Server Name', 'Serial Number', 'Site'],
      [
        ['srv-1', null, 'Kiel'],
        ['srv-2', 'n/a', 'Kiel'],
        [null, 'CZ1', 'Kiel'],
        [null, 'N/A', 'Kiel'],
        [null, { type: 'error', code: '#N/A' }, 'Kiel'],
      ],
    );
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['missing_identifier', 'error', '"Server Name" identifies assets, but is blank or says nothing in 2 rows.'],
      ['missing_identifier', 'error', '"Serial Number" identifies assets, but is blank or says nothing in 1 row.'],
      ['error_cell', 'error', expect.any(String)],
      ['blank_identifier', 'info', '"Server Name" is blank or says nothing in 1 row that other columns identify.'],
      ['blank_identifier', 'info', '"Serial Number" is blank or says nothing in 2 rows that other columns identify.'],
    ]);
  });

  test('finds Excel errors that a csv file carries as text', async () => {
    const found = await findings(
      ['Server Name', 'IP Address', 'Notes'],
      [
        ['srv-1', '#REF!', 'issue #12'],
        ['#NAME?', '10.0.0.2', '#WERT!'],
        ['#NAME?', '10.0.0.3', '#hashtag'],
      ],
    );
    expect(brief(found).map(([code, column, count]) => [code, column, count])).toEqual([
      ['error_cell', 0, 2],
      ['error_cell', 1, 1],
      ['error_cell', 2, 1],
    ]);
  });

  test('finds characters that a wrong encoding damaged, and leaves letters of all languages alone', async () => {
    const damaged = [
      'MÃ¼ller',
      'GrÃ¶ÃŸe',
      'Ã–sterreich',
      'cafÃ©',
      '20 Â°C',
      'a â€“ b',
      'donâ€™t',
      '10 â‚¬',
      'M\ufffdller',
      'Å¡koda',
      'ÐŸÑ€Ð¸',
    ];
    const sound = [
      'Müller',
      'JOÃO',
      'AMANHÃ…',
      '“MAÇÔ',
      'Âge',
      'ÂNGELA',
      'Åre',
      'ÄÖÜ',
      'Spaß»',
      'ESPAÑA',
      'Ðakovo',
      '10 €',
      '20 °C',
      'â',
      '東京',
    ];
    const found = await findings(
      ['Name', 'Notes'],
      [...damaged, ...sound].map((text, at): Cell[] => [`srv-${at}`, text]),
    );
    expect(brief(found).map(([code, column, count]) => [code, column, count])).toEqual([
      ['damaged_characters', 1, damaged.length],
    ]);
  });

  test('reports dates with points as text, and lists kept apart by commas; takes MAC addresses as they are written', async () => {
    const found = await findings(
      ['Server Name', 'Go Live', 'IP Address', 'MAC Address'],
      [
        ['a-1', '03.04.2019', '10.0.0.1', '0050569A1B2C'],
        ['a-2', '04.05.2020', '10.0.0.2, 10.0.0.3', '00:50:56:9a:1b:2d, 00:50:56:9a:1b:2e'],
        ['a-3', '05.06.2021', '10.0.0.4', 'none wired'],
      ],
    );
    expect(brief(found)).toEqual([
      ['invalid_mac_address', 3, 1, ['Servers!E6']],
      ['date_as_text', 1, 3, ['Servers!C4', 'Servers!C5', 'Servers!C6']],
      ['multiple_values', 2, 1, ['Servers!D5']],
      ['multiple_values', 3, 1, ['Servers!E5']],
    ]);
  });

  test('finds characters that cannot be seen, and leaves tabs and line ends alone', async () => {
    const found = await findings(
      ['Name', 'Notes'],
      [
        ['a', 'bell\u0007'],
        ['b', 'zero\u200bwidth'],
        ['c', '\u202eturned'],
        ['d', 'tab\tline'],
      ],
    );
    expect(brief(found)).toEqual([['control_characters', 1, 3, ['Servers!C4', 'Servers!C5', 'Servers!C6']]]);
  });

  test('reads addresses as cleansing does, and prose of several lines as one value', async () => {
    const found = await findings(
      ['Server Name', 'IP Address', 'FQDN', 'Notes'],
      [
        ['a-1', '10.0.0.1:443', 'https://a-1.corp.local/', 'was rebuilt in the second week of May\nask the owner'],
        ['a-2', '10.0.0.2 xyzzy', 'a-2', 'x'],
      ],
    );
    expect(brief(found).map(([code, column, count]) => [code, column, count])).toEqual([
      ['invalid_ip_address', 1, 1],
      ['invalid_fqdn', 2, 1],
    ]);
    const unseen = await findings(['IP Address', 'MAC Address'], [['10.0.0.1\u200b', '00:50:56:9a:1b:2d\u200b']]);
    expect(new Set(unseen.map(({ code }) => code))).toEqual(new Set(['control_characters']));
  });

  test('says of several columns without values one thing, and which they are', async () => {
    const headers = ['Name', ...Array.from({ length: 12 }, (_, at) => `Attr ${at + 1}`)];
    const [finding, ...others] = await findings(headers, [['a'], ['b']]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'empty_column', columnIndex: null, count: 12, cells: [] });
    const named = headers.slice(1, 11).map((header) => `"${header}"`);
    expect(finding?.message).toBe(`12 columns are blank in every row: ${named.join(', ')} and 2 more.`);
  });

  test('never shows what stands in a column of secrets', async () => {
    const input = buildInput(
      ['Name', 'Admin Password'],
      [
        ['a', 'hunter2'],
        ['b', null],
      ],
    );
    const output = await runAgent(dataValidation, input, buildContext());
    expect(brief(output.findings ?? [])).toEqual([['secret_column', 1, 1, ['Servers!C4']]]);
    expect(JSON.stringify(output)).not.toContain('hunter2');
  });

  test('calls no column of secrets blank: its values stayed in the sheet', async () => {
    expect(brief(await findings(['Name', 'Admin Password'], [['a', null]]))).toEqual([]);
  });

  test('reports headers that are doubled or missing, and columns without a value', async () => {
    const found = await findings(
      ['Name', 'Owner', 'Owner', ''],
      [
        ['a', 'x', 'y', null],
        ['b', 'x', 'y', null],
      ],
    );
    expect(brief(found).map(([code, column, count]) => [code, column, count])).toEqual([
      ['empty_header', null, 1],
      ['doubled_header', 1, 2],
      ['empty_column', 3, 2],
    ]);
  });

  test('makes up no address when the import came without a range', async () => {
    const input = buildInput(['Server Name'], [[null], ['a']]);
    const output = await runAgent(dataValidation, { ...input, facts: { ...input.facts, range: null } }, buildContext());
    expect(output.findings?.[0]?.cells).toEqual([{ rowNumber: 1, address: null, value: '' }]);
  });
});

describe('data validation in parts', () => {
  const validate = (rows: readonly (readonly Cell[])[], partitionRows: number) =>
    runAgent(dataValidation, buildInput(['Server Name', 'IP Address', 'Notes'], rows), buildContext(), {
      partitionRows,
    });

  test('finds the same cells wherever the parts are cut', async () => {
    const name = fc.oneof(
      fc.constantFrom<Cell>(null, ' ', 'srv-1', 'SRV-1 ', 'Total', 'n/a', 'Server Name', 7),
      fc.nat(9).map((number) => `srv-${number}`),
    );
    const other = fc.constantFrom<Cell>(
      null,
      '10.0.0.1',
      '10.0.0.300',
      4,
      true,
      'a\nb',
      '=x',
      '03/04/2019',
      ' y',
      'Notes',
      '#REF!',
      'MÃ¼ller',
      'z\u200b',
      {
        type: 'error',
        code: '#N/A',
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, other, other), { maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        async (rows, partitionRows) => {
          expect(await validate(rows, partitionRows)).toEqual(await validate(rows, 1_000));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('lists the first 200 repeats of a large sheet, found within parts and across them', async () => {
    const rows = Array.from({ length: 26_000 }, (_, row): Cell[] => [
      `srv-${row % 25_500}`,
      null,
      `note ${row % 12_000}`,
    ]);
    const inParts = await validate(rows, 7_000);
    const repeats = inParts.findings?.find(({ code }) => code === 'duplicate_identifier');
    expect(repeats).toMatchObject({ count: 500, columnIndex: 0 });
    expect(repeats?.cells[0]).toEqual({ rowNumber: 25_501, address: 'Servers!B25504', value: 'srv-0' });
    expect(repeats?.cells).toHaveLength(200);
    expect(inParts.columnProfiles?.[2]?.frequent[0]).toEqual({ value: 'note 0', count: 3 });
    expect(inParts).toEqual(await validate(rows, 30_000));
  });
});
