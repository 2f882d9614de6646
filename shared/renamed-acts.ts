/** Acts of the audit log that were called otherwise before, earlier name → present one: events keep the name they have. */
const renamedActs: ReadonlyMap<string, string> = new Map([['inventory.export', 'file.export']]);

export const presentName = (act: string): string => renamedActs.get(act) ?? act;

/** The act's name and what it was called before: who looks for one finds all of it. */
export const namesOfAct = (act: string): string[] => [
  act,
  ...[...renamedActs].filter(([, present]) => present === act).map(([earlier]) => earlier),
];
