import { describe, expect, test } from '@jest/globals';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import { buildContext, buildInput } from '#test/builders/agent-inputs.ts';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { runAgent } from '../run-agent.ts';
import { fieldMapping } from './field-mapping.agent.ts';

agentContract(fieldMapping, {
  prepare: () => ({}),
  made: ({ suggestions }) => suggestions?.filter(({ targetField }) => targetField !== null).length,
});

describe('field mapping', () => {
  test('uses what data validation measured and does not read the rows again', async () => {
    const input = buildInput(['Server Name', 'IP Address'], [['a', '10.0.0.1']]);
    const profiler = createSheetProfiler(input.facts.columns);
    profiler.add([{ cells: ['a', '10.0.0.1'] }, { cells: ['b', '10.0.0.2'] }]);
    const output = await runAgent(
      fieldMapping,
      {
        ...input,
        columnProfiles: profiler.profiles(),
        readRecords: () => {
          throw new Error('read again');
        },
      },
      buildContext(),
    );
    expect(output.rowsDone).toBe(2);
    expect(output.suggestions?.map((suggestion) => suggestion.targetField)).toEqual(['asset_name', 'ip_address']);
  });

  test('leaves alone what a person decided', async () => {
    const output = await runAgent(
      fieldMapping,
      buildInput(['Server Name', 'IP Address'], [['a', '10.0.0.1']], { decidedColumns: new Map([[0, 'approved']]) }),
      buildContext(),
    );
    expect(output.suggestions?.map((suggestion) => suggestion.columnIndex)).toEqual([1]);
    expect(output.result).toMatchObject({ columns: 2, already_decided: 1 });
  });

  test('names the critical fields that no column provides', async () => {
    const { result } = await runAgent(fieldMapping, buildInput(['Server Name'], [['a']]), buildContext());
    expect(result['critical_fields_without_a_column']).toContain('operating_system');
    expect(result['critical_fields_without_a_column']).not.toContain('asset_name');
  });
});
