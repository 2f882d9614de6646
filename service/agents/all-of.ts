import type { Parts } from './agent.ts';

/** All parts at once, for those that are small. */
export async function allOf<Part>(parts: Parts): Promise<Part[]> {
  const all: Part[] = [];
  for await (const part of parts) all.push(part as Part);
  return all;
}
