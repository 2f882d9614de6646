import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from '@jest/globals';
import { projectRoot } from './project-root.ts';

/** Real workbooks and labelled columns; their licences keep them out of this repository, so they lie beside the checkout. */
export const realData = (name: string): string => path.resolve(projectRoot, '../shared/data', name);

/** Tests on one of them. Where the folder is not there they are left out, and `npm test` says so (scripts/test.mjs). */
export const describeWithRealData: (name: string, title: string, tests: () => void) => void = (name, title, tests) =>
  (existsSync(realData(name)) ? describe : describe.skip)(title, tests);
