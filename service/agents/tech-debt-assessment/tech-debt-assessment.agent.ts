import type { Agent } from '../agent.ts';
import { AssessmentCounts } from './assessment-counts.ts';
import { assessPass, type AssessedPart } from './assess-pass.ts';
import { DebtFindings } from './debt-findings.ts';
import { measurePass } from './measure-pass.ts';

/**
 * Assesses every asset of the engagement for the day the import was stored, or the day somebody asked to have it done
 * again, so that a repeated run says the same. Reads sizes and owners of all assets and the dependency graph, then what else is looked at, and no raw records.
 */
export const techDebtAssessment: Agent = {
  name: 'tech-debt-assessment',
  phase: 'tech_debt_assessment',
  passes: () => [measurePass, assessPass],
  conclude({ facts }, parts, context) {
    const counts = new AssessmentCounts();
    const findings = new DebtFindings(facts);
    const assessed = parts as readonly AssessedPart[];
    for (const part of assessed) {
      counts.addAll(part.counts);
      findings.addAll(part.groups);
    }
    context.reportProgress(facts.totalRecords, { assets_assessed: counts.assets });
    const summary = counts.summary(facts.assessedAt);
    const listed = findings.findings();
    return Promise.resolve({
      rowsDone: facts.totalRecords,
      findings: listed,
      assessments: { generation: assessed[0]?.generation ?? '', summary },
      result: { ...counts.result(summary), findings: listed.length },
    });
  },
};
