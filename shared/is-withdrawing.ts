/**
 * Whether an open flow takes its import back. That goes on to its end: what it has begun to take back cannot stay half done.
 */
export function isWithdrawing({ current_phase: phase }: { current_phase: string }): boolean {
  return phase === 'withdrawal';
}
