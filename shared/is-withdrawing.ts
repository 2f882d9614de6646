/**
 * Whether an open flow takes its import back. Such a flow goes on to its end: an import cannot stay half taken back.
 */
export function isWithdrawing({ current_phase: phase }: { current_phase: string }): boolean {
  return phase === 'withdrawal';
}
