import { isDeepStrictEqual } from 'node:util';
import { targetFields } from '#shared/target-fields.ts';
import type { AgentOutput } from '#service/agents/agent.ts';
import type { MappedColumn } from '#service/cleansing/plan-columns.ts';
import { buildContext, buildInput } from '../builders/agent-inputs.ts';
import { dataCleansing } from '#service/agents/data-cleansing/data-cleansing.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import type { CleansedValue } from '#service/cleansing/cleansed.ts';
import { createRecordCleanser } from '#service/cleansing/record-cleanser.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import type { WartySheet } from './warty-sheet.ts';

/** A cell that was not read as it truly is. */
interface Disagreement {
  rowNumber: number;
  field: string;
  wart: string;
  raw: unknown;
  expected: CleansedValue;
  value: CleansedValue;
  rule: string;
}

export interface CleansingScore {
  cells: number;
  agreed: number;
  /** Cells in which something is wrong, and how many of them were read as they truly are. */
  warts: number;
  wartsAgreed: number;
  disagreements: Disagreement[];
  /** What the agent said of the sheet. */
  output: AgentOutput;
}

/** The input of the product for a sheet whose columns an analyst has approved as they are meant. */
export function approvedInput(sheet: WartySheet) {
  const input = buildInput(sheet.headers, sheet.rows);
  const profiler = createSheetProfiler(input.facts.columns);
  profiler.add(sheet.rows.map((cells) => ({ cells })));
  const approvedMappings = sheet.fields.map((name, columnIndex): MappedColumn => {
    const field = targetFields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`There is no field ${name}.`);
    return { columnIndex, field, isSecondary: false, valueDecisions: [] };
  });
  const facts = { ...input.facts, dateSystem: sheet.dateSystem };
  return { ...input, facts, columnProfiles: profiler.profiles(), approvedMappings };
}

/** Cleanses the sheet as the product does and compares every cell with what it truly says. */
export async function evaluateCleansing(sheet: WartySheet): Promise<CleansingScore> {
  const output = await runAgent(dataCleansing, approvedInput(sheet), buildContext());
  if (output.cleansingPlan === undefined) throw new Error('There is no plan.');
  const cleanser = createRecordCleanser(output.cleansingPlan);
  const score: CleansingScore = { cells: 0, agreed: 0, warts: 0, wartsAgreed: 0, disagreements: [], output };
  for (const [index, truth] of sheet.truth.entries()) {
    const cells = sheet.rows[index] ?? [];
    for (const [position, answer] of cleanser.cleanse(cells).entries()) {
      const field = sheet.fields[position] ?? '';
      const wart = truth.warts.get(field);
      const expected = truth.expected.get(field) ?? null;
      const isRight = isDeepStrictEqual(answer.value, expected);
      score.cells += 1;
      if (wart !== undefined) score.warts += 1;
      if (isRight) score.agreed += 1;
      if (isRight && wart !== undefined) score.wartsAgreed += 1;
      if (isRight) continue;
      const { value, rule } = answer;
      const raw = cells[position];
      score.disagreements.push({ rowNumber: truth.rowNumber, field, wart: wart ?? 'tidy', raw, expected, value, rule });
    }
  }
  return score;
}
