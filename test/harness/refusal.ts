import { ApiFailure } from '#shared/call-endpoint.ts';
import type { Problem } from '#shared/api-error.ts';

/** The problem a call was refused with; fails when the call went through. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem & { status: number }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiFailure && error.problem) return error.problem;
    throw error;
  }
  throw new Error('The call went through, but a refusal was expected.');
}
