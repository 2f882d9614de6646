import type { AgentInput } from '#service/agents/agent.ts';

/** An input whose desks remember what is written to them, in an order of its own. */
export function recorded(input: AgentInput): { input: AgentInput; written: () => string[] } {
  const written: string[] = [];
  const record = (items: readonly unknown[]): Promise<void> => {
    for (const item of items) written.push(JSON.stringify(item));
    return Promise.resolve();
  };
  return {
    input: {
      ...input,
      inventoryDesk: {
        ...input.inventoryDesk,
        list: (changes, conflicts) => record([...changes, ...conflicts]),
        write: ({ created, changed, removedIds }) => record([...created, ...changed, ...removedIds]),
      },
      graph: { ...input.graph, stage: (_generation, edges) => record(edges) },
      assessments: { ...input.assessments, stage: (_generation, assessments) => record(assessments) },
    },
    written: () => [...written].sort(),
  };
}
