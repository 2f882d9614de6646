/** How much one reason spoke for or against a field. Log-odds in words: 4 is fifty to one, 1.5 four to one. */
export function evidenceStrength(contribution: number): string {
  if (contribution === 0) return '';
  const much = Math.abs(contribution) >= 4 ? 'strongly' : Math.abs(contribution) >= 1.5 ? 'clearly' : 'slightly';
  return ` (${much} ${contribution > 0 ? 'for' : 'against'} it)`;
}
