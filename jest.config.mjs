const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
];

/** Shared by all projects: TypeScript as ES modules (agenda is ESM-only; docs/decisions/0002). */
const base = {
  cacheDirectory: '<rootDir>/.cache/jest',
  testEnvironment: '<rootDir>/test/harness/plain-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/'],
};

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      roots: ['<rootDir>/shared', '<rootDir>/service', '<rootDir>/addin', '<rootDir>/bench', '<rootDir>/test/unit'],
      testMatch: ['**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/harness/timeouts.mjs'],
    },
    ...['integration', 'faults'].map((displayName) => ({
      ...base,
      displayName,
      roots: [`<rootDir>/test/${displayName}`],
      testMatch: ['**/*.test.ts'],
      globalSetup: '<rootDir>/test/harness/start-integration-stack.mjs',
      globalTeardown: '<rootDir>/test/harness/stop-mongod.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/harness/timeouts.mjs'],
    })),
    {
      ...base,
      displayName: 'browser',
      testEnvironment: '<rootDir>/test/harness/telling-environment.mjs',
      roots: ['<rootDir>/test/browser'],
      testMatch: ['**/*.test.ts'],
      globalSetup: '<rootDir>/test/harness/start-browser-stack.mjs',
      globalTeardown: '<rootDir>/test/harness/stop-mongod.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/harness/timeouts.mjs', '<rootDir>/test/harness/end-browser.ts'],
    },
  ],
};
