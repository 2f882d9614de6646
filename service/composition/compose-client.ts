import { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import { ColumnsFromMemory } from '../memory/columns-from-memory.ts';
import { LearnedFromImport } from '../memory/learned-from-import.ts';
import { MappingMemory } from '../memory/mapping-memory.ts';
import type { Foundation } from './foundation.ts';

export type Client = ReturnType<typeof composeClient>;

/** What a client account has beyond its imports: its target fields, and what its analysts confirmed before. */
export function composeClient({ connection, collections, access, clock }: Foundation) {
  const { clientFields, clientMappings, clientImports, clientFlows, conflictRules } = collections;
  const { audit } = access;
  const columns = new ColumnsFromMemory({ clientMappings, clientImports, clientFlows, clock });
  const memory = new MappingMemory({ connection, memory: collections.memory, columns, audit, clock });
  return {
    catalogue: new ClientCatalogue({ connection, clientFields, audit, clock }),
    memory,
    learned: new LearnedFromImport({ memory, conflictRules }),
  };
}
