import { describe, expect, jest, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { createRecordCleanser } from '../../cleansing/record-cleanser.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import { buildContext, buildInput } from '#test/builders/agent-inputs.ts';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { approvedInput } from '#test/builders/prepared-inputs.ts';
import type { MappedColumn } from '../../cleansing/plan-columns.ts';
import type { AgentInput, AgentOutput, RowRange } from '../agent.ts';
import { runAgent } from '../run-agent.ts';
import { dataValidation } from '../data-validation/data-validation.agent.ts';
import { dataCleansing } from './data-cleansing.agent.ts';

agentContract(dataCleansing, {
  prepare: approvedInput,
  made: ({ result }) => Number(result['cells_kept']),
});

type Column = readonly [header: string, field: string | null, more?: Partial<MappedColumn>];

/** A measured sheet whose columns an analyst approved for these fields. */
function approvedSheet(columns: readonly Column[], rows: readonly (readonly Cell[])[]): AgentInput {
  const input = buildInput(
    columns.map(([header]) => header),
    rows,
  );
  const profiler = createSheetProfiler(input.facts.columns);
  profiler.add(rows.map((cells) => ({ cells })));
  const approvedMappings = columns.flatMap(([, name, more], columnIndex): MappedColumn[] => {
    const field = targetFields.find((one) => one.name === name);
    return field === undefined ? [] : [{ columnIndex, field, isSecondary: false, valueDecisions: [], ...more }];
  });
  return { ...input, columnProfiles: profiler.profiles(), approvedMappings };
}

const run = (input: AgentInput, partitionRows?: number): Promise<AgentOutput> =>
  runAgent(dataCleansing, input, buildContext(), partitionRows === undefined ? {} : { partitionRows });

const found = (output: AgentOutput, code: string) => output.findings?.filter((finding) => finding.code === code);

describe('data cleansing', () => {
  const columns: Column[] = [
    ['Host', 'hostname'],
    ['FQDN', 'fqdn'],
    ['RAM (MB)', 'memory_gb'],
    ['Env', 'environment', { valueDecisions: [{ value: 'Wonderland', target: 'sandbox' }] }],
    ['Bought', 'purchase_date'],
    ['OS', 'operating_system'],
    ['Note', null],
  ];
  const rows: Cell[][] = [
    ['SRV1', 'srv1.corp.local', 2048, 'Prod', '25/03/2024', 'Ubuntu 22.04', 'x'],
    ['srv2', 'other.corp.local', '4096', 'Wonderland', '03/04/2024', 'Zorkmid', 'x'],
    ['srv2', 'srv2.corp.local', 'much', 'Narnia', 'n/a', 'Debian 12', 'x'],
    [null, null, null, null, null, null, null],
  ];

  test('returns the plan that gives every record again', async () => {
    const { cleansingPlan, rowsDone } = await run(approvedSheet(columns, rows));
    expect(rowsDone).toBe(4);
    if (cleansingPlan === undefined) throw new Error('no plan');
    expect(
      createRecordCleanser(cleansingPlan)
        .cleanse(rows[1] ?? [])
        .map(({ value }) => value),
    ).toEqual([
      'srv2',
      { fqdn: 'other.corp.local', host: 'other', domain: 'corp.local' },
      4,
      'sandbox',
      '2024-04-03',
      { family: null, version: null, edition: null, architecture: null },
    ]);
  });

  test('counts every cell once: kept, changed, unsaid or empty, by column and rule', async () => {
    const { result } = await run(approvedSheet(columns, rows));
    expect(result).toMatchObject({ rows_in: 4, rows_out: 4, columns: 6, cells_empty: 7, cells_unsaid: 3 });
    const cells = ['cells_kept', 'cells_changed', 'cells_unsaid', 'cells_empty'].map((name) => Number(result[name]));
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(4 * 6);
    expect(result['by_column']).toMatchObject([
      { source_field: 'Host', kept: 2, changed: 1, empty: 1, rules: { hostname: 3, blank: 1 } },
      { target_field: 'fqdn', changed: 3 },
      { unit: 'MB', changed: 2, unsaid: 1, rules: { size: 2, 'not-a-number': 1 } },
      { rules: { 'decided-by-analyst': 1, vocabulary: 1, 'vocabulary-unknown': 1 } },
      { day_month_order: 'day-first', rules: { 'date-text': 2, placeholder: 1 } },
      { unsaid: 1, rules: { 'os-unknown': 1 } },
    ]);
  });

  test('names the cells that say nothing, and the rows that contradict themselves', async () => {
    const output = await run(approvedSheet(columns, rows));
    expect(found(output, 'not_a_number')).toMatchObject([
      {
        severity: 'warning',
        columnIndex: 2,
        count: 1,
        message: '1 cell of "RAM (MB)": no number.',
        cells: [{ rowNumber: 3, address: 'Servers!D6', value: 'much' }],
      },
    ]);
    expect(found(output, 'vocabulary_unknown')).toMatchObject([{ cells: [{ value: 'Narnia' }] }]);
    expect(found(output, 'os_unknown')).toMatchObject([{ cells: [{ rowNumber: 2, value: 'Zorkmid' }] }]);
    expect(found(output, 'placeholder')).toMatchObject([{ severity: 'info', columnIndex: 4, count: 1 }]);
    expect(found(output, 'host_differs')).toMatchObject([
      { count: 1, message: '1 row contradicts itself: the FQDN is of another host.', cells: [{ rowNumber: 2 }] },
    ]);
  });

  test('takes the place of what was said of addresses and dates before they were read', async () => {
    const sheet = approvedSheet(
      [
        ['Host', 'hostname'],
        ['IP', 'ip_address'],
        ['MAC', 'mac_address'],
        ['FQDN', 'fqdn'],
        ['Bought', 'purchase_date'],
        ['Old IP', null],
      ],
      [['srv1', '10.0.0.300', 'x', 'srv 1', 'soon', '10.0.0.300']],
    );
    expect((await run(sheet)).settles).toEqual({
      codes: ['date_as_text', 'invalid_ip_address', 'invalid_mac_address', 'invalid_fqdn'],
      columns: [1, 2, 3, 4],
    });
  });

  test('lists every mapped value of a closed list and what it became', async () => {
    const { result } = await run(approvedSheet(columns, rows));
    expect(result['mapped_values']).toEqual([
      {
        column_index: 3,
        source_field: 'Env',
        target_field: 'environment',
        values: [
          { value: 'Prod', target_value: 'production', rule: 'vocabulary', count: 1 },
          { value: 'Wonderland', target_value: 'sandbox', rule: 'decided-by-analyst', count: 1 },
          { value: 'Narnia', target_value: null, rule: 'vocabulary-unknown', count: 1 },
        ],
      },
    ]);
  });

  test('scores quality as the mean of parts, each with what it was counted from', async () => {
    const { result } = await run(approvedSheet(columns, rows));
    expect(result['quality']).toEqual({
      score: 0.7579,
      parts: {
        completeness: { numerator: 17, denominator: 24, ratio: 0.7083 },
        validity: { numerator: 14, denominator: 17, ratio: 0.8235 },
        consistency: { numerator: 2, denominator: 3, ratio: 0.6666 },
        uniqueness: { numerator: 5, denominator: 6, ratio: 0.8333 },
      },
    });
  });

  test('measures nothing where there is nothing to measure', async () => {
    const { result } = await run(approvedSheet([['Note', null]], [['x']]));
    expect(result['quality']).toEqual({
      score: 'not measured',
      parts: {
        completeness: 'not measured',
        validity: 'not measured',
        consistency: 'not measured',
        uniqueness: 'not measured',
      },
    });
    expect(result).toMatchObject({ rows_in: 1, rows_out: 1, columns: 0 });
  });
});

describe('data cleansing of a sheet read in parts', () => {
  const columns: Column[] = [
    ['Bought', 'purchase_date'],
    ['Disk', 'storage_gb'],
    ['Status', 'status'],
    ['Serial', 'serial_number'],
  ];
  const rows = Array.from({ length: 230 }, (_, row): Cell[] => [
    row === 229 ? '25/03/2024' : '03/04/2024',
    row === 3 ? '0,5 TB' : '1.024 GB',
    `state ${row}`,
    `S${row % 100}`,
  ]);

  test('is the same as of the sheet in one, and settles early rows by the last', async () => {
    const whole = await run(approvedSheet(columns, rows));
    expect(await run(approvedSheet(columns, rows), 60)).toEqual(whole);
    expect(whole.cleansingPlan?.columns.map(({ options }) => options)).toMatchObject([
      { dayMonthOrder: 'day-first' },
      { decimalMark: ',' },
      {},
      {},
    ]);
    expect(whole.result['by_column']).toMatchObject([{ unsaid: 0 }, { unsaid: 0 }, { unsaid: 230 }, { unsaid: 0 }]);
    expect(whole.result['uniqueness_by_column']).toEqual([
      { column_index: 3, source_field: 'Serial', said: 230, distinct: 100 },
    ]);
    expect(whole.result['mapped_values']).toMatchObject([{ target_field: 'status', values: null }]);
    expect(found(whole, 'vocabulary_unknown')).toMatchObject([{ count: 230 }]);
    expect(found(whole, 'vocabulary_unknown')?.[0]?.cells).toHaveLength(200);
  });

  test('reads the rows once where only typed cells or nothing depends on the whole column', () => {
    const passes = (input: AgentInput) => dataCleansing.passes(input, []).map(({ name }) => name);
    expect(passes(approvedSheet(columns, rows))).toEqual(['evidence', 'cleanse']);
    expect(passes(approvedSheet([['RAM (GB)', 'memory_gb']], [[16]]))).toEqual(['cleanse']);
    expect(passes(approvedSheet([['Host', 'hostname']], [['a']]))).toEqual(['cleanse']);
  });

  test('does not copy what stands under a header of secrets', async () => {
    const output = await run(approvedSheet([['Admin password', 'memory_gb']], [['hunter']]));
    expect(JSON.stringify(output)).not.toContain('hunter');
    expect(found(output, 'not_a_number')).toMatchObject([{ cells: [{ value: '(not shown)' }] }]);
  });

  test('asks what neither header nor cells settle', async () => {
    const output = await run(approvedSheet([['Bought', 'purchase_date']], [['25/03/2024'], ['03/25/2024']]));
    expect(found(output, 'day_month_contradicts')).toMatchObject([{ columnIndex: 0, count: 1 }]);
    expect(output.result['open_questions']).toMatchObject([{ column_index: 0, question: 'day_month_contradicts' }]);
  });

  test('advises what is still possible: mappings are locked when cells are cleansed', async () => {
    const output = await run(
      approvedSheet(
        [
          ['RAM', 'memory_gb'],
          ['Env', 'environment'],
          ['IOPS', 'disk_iops'],
        ],
        [
          [16, 'Narnia', '1.234'],
          [32, 'Narnia', '2.345'],
        ],
      ),
    );
    const [unit, environment, number] = ['unit_missing', 'vocabulary_unknown', 'number_ambiguous'].map(
      (code) => found(output, code)?.[0]?.message,
    );
    for (const message of [unit, environment, number])
      expect(message).toMatch(/The mappings of this import are locked: to .*, import the sheet again and answer/);
  });
});

describe('how columns are written, as data validation saw it', () => {
  const columns: Column[] = [
    ['Hostname', 'hostname'],
    ['Purchase Date', 'purchase_date'],
    ['RAM (GB)', 'memory_gb'],
    ['Annual Cost', 'annual_cost'],
    ['Warranty Expiration', 'warranty_expiration'],
  ];
  const rows: Cell[][] = [
    ['a', '03/04/2024', '1,5', '1.234', '25.3.2026'],
    ['b', '04/25/2024', 16, '27,500', null],
    ['c', '25/04/2024', '2.5', '0.0834', '26.3.2026'],
    ['d', '25.04.2024', null, 'free', '03/04/2026'],
  ];
  const sheet = approvedSheet(columns, rows);

  async function seenIn(partitionRows: number): Promise<Pick<AgentInput, 'columnProfiles' | 'columnEvidence'>> {
    const { columnProfiles = [], columnEvidence = [] } = await runAgent(dataValidation, sheet, buildContext(), {
      partitionRows,
    });
    return { columnProfiles, columnEvidence };
  }

  test('is not looked for again, and says the same', async () => {
    const looked = await run(sheet, 2);
    for (const partitionRows of [1, 2, 10]) {
      const readRecords = jest.fn((range?: RowRange) => sheet.readRecords(range));
      const handedOn = await run({ ...sheet, ...(await seenIn(partitionRows)), readRecords });
      expect(handedOn).toEqual(looked);
      expect(readRecords).toHaveBeenCalledTimes(1);
    }
    expect(found(looked, 'day_month_contradicts')).toHaveLength(1);
  });

  test('is looked for in a column approved for what its header does not promise', async () => {
    const approvedMappings = sheet.approvedMappings.map((mapping) =>
      mapping.columnIndex === 3
        ? { ...mapping, field: targetFields.find(({ name }) => name === 'cpu_cores')! }
        : mapping,
    );
    const readRecords = jest.fn((range?: RowRange) => sheet.readRecords(range));
    const handedOn = await run({ ...sheet, approvedMappings, ...(await seenIn(2)), readRecords });
    expect(handedOn).toEqual(await run({ ...sheet, approvedMappings }));
    expect(readRecords).toHaveBeenCalledTimes(2);
  });
});
