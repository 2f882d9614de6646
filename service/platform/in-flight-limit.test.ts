import { describe, expect, test } from '@jest/globals';
import { InFlightLimit } from './in-flight-limit.ts';

describe('requests in flight', () => {
  test('are refused beyond the places, until one has left', () => {
    const limit = new InFlightLimit(2, 1);
    const first = limit.enter('a');
    limit.enter('b');
    expect(() => limit.enter('c')).toThrow('2 requests of this kind');
    first.leave();
    first.leave();
    limit.enter('c');
    expect(() => limit.enter('a')).toThrow('2 requests of this kind');
  });

  test('of one key get half of the places, and another key the others', () => {
    const limit = new InFlightLimit(4, 1);
    const first = limit.enter('a');
    limit.enter('a');
    expect(() => limit.enter('a')).toThrow('This key has 2 requests of this kind in flight');
    limit.enter('b');
    first.leave();
    limit.enter('a');
    limit.enter('b');
    expect(() => limit.enter('c')).toThrow('4 requests of this kind are in flight');
  });

  test('get their turns in the order they asked, and one that left without a turn passes none on', async () => {
    const limit = new InFlightLimit(4, 1);
    const [a, b, c, idle] = [limit.enter('a'), limit.enter('a'), limit.enter('b'), limit.enter('b')];
    const order: string[] = [];
    await a.turn();
    const waiting = [b.turn().then(() => order.push('b')), c.turn().then(() => order.push('c'))];
    idle.leave();
    await Promise.resolve();
    expect(order).toEqual([]);
    a.leave();
    await waiting[0];
    expect(order).toEqual(['b']);
    b.leave();
    await waiting[1];
    expect(order).toEqual(['b', 'c']);
  });
});
