import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentFinding } from '../agent.ts';
import fc from 'fast-check';
import { agentContract, buildContext, buildInput } from '../agent-contract.ts';
import { runAgent } from '../run-agent.ts';
import { dataValidation } from './data-validation.agent.ts';

agentContract(dataValidation);

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
    expect(found[0]?.message).toBe('"Server Name" identifies assets, but is blank in 1 row.');
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
    expect(brief(found).filter(([code]) => code !== 'missing_identifier')).toEqual([
      ['blank_row', null, 1, ['Servers!B15']],
      ['subtotal_row', null, 1, ['Servers!B16']],
      ['mixed_types', 1, 1, ['Servers!C14']],
    ]);
  });

  test('reports dates with points as text, and lists kept apart by commas; takes MAC addresses as they are written', async () => {
    const found = await findings(
      ['Server Name', 'Go Live', 'IP Address', 'MAC Address'],
      [
        ['a-1', '03.04.2019', '10.0.0.1', '0050569A1B2C'],
        ['a-2', '04.05.2020', '10.0.0.2, 10.0.0.3', '00:50:56:9a:1b:2d, 00:50:56:9a:1b:2e'],
        ['a-3', '05.06.2021', '10.0.0.4', 'unknown'],
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
      fc.constantFrom<Cell>(null, ' ', 'srv-1', 'SRV-1 ', 'Total', 7),
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
  }, 60_000);

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
  }, 60_000);
});
