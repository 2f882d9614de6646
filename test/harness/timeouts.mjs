import { jest } from '@jest/globals';

/**
 * Real processes, databases and browsers take their time on a small machine, and what only reckons waits for them: a test of
 * five seconds was seen to take a hundred. Whatever hangs still fails.
 */
jest.setTimeout(300_000);
