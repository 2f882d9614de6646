import path from 'node:path';

/** The folder with package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');
