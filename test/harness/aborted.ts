import { once } from 'node:events';

/** Also of a signal that was given before anybody listened. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
