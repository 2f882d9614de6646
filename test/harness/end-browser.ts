import { afterAll } from '@jest/globals';
import { closeBrowser } from './browser.ts';

/** A test file's browser ends with it. */
afterAll(closeBrowser);
