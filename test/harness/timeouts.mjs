import { jest } from '@jest/globals';

/** Real processes, databases and browsers take their time on a small machine. */
jest.setTimeout(120_000);
