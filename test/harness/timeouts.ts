import { jest } from '@jest/globals';

/** A real mongod, real workers and a real browser share two cores: enough for the slowest, ms. */
jest.setTimeout(120_000);
