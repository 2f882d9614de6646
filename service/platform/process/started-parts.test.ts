import { describe, expect, test } from '@jest/globals';
import { StartedParts } from './started-parts.ts';

function startedParts(names: readonly string[], failing = ''): { parts: StartedParts; stopped: string[] } {
  const parts = new StartedParts();
  const stopped: string[] = [];
  for (const name of names)
    parts.add(async () => {
      await Promise.resolve();
      if (name === failing) throw new Error(`${name} does not stop.`);
      stopped.push(name);
    });
  return { parts, stopped };
}

describe('what was started', () => {
  test('is stopped once and in reverse, although two ask for it', async () => {
    const { parts, stopped } = startedParts(['database', 'connection', 'service']);
    expect(parts.isStopping).toBe(false);
    const asked = [parts.stop(), parts.stop()];
    expect(parts.isStopping).toBe(true);
    await Promise.all(asked);
    expect(stopped).toEqual(['service', 'connection', 'database']);
  });

  test('is stopped to the last part although one of them fails, which is said', async () => {
    const { parts, stopped } = startedParts(['database', 'connection', 'service'], 'service');
    await expect(parts.stop()).rejects.toThrow('service does not stop.');
    expect(stopped).toEqual(['connection', 'database']);
  });

  test('leaves no process behind when nobody waits for its stop', () => {
    const { parts, stopped } = startedParts(['connection']);
    parts.add(
      () => new Promise(() => undefined),
      () => stopped.push('database'),
    );
    void parts.stop();
    parts.endAtOnce();
    expect(stopped).toEqual(['database']);
  });

  test('is stopped as well when it was started meanwhile', async () => {
    const { parts, stopped } = startedParts(['database']);
    const stopping = parts.stop();
    parts.add(() => Promise.resolve(stopped.push('connection')));
    await stopping;
    expect(stopped).toEqual(['database', 'connection']);
  });
});
