import { defineConfig } from 'oxlint';
import { borders, SERVICE_FOLDERS } from './oxlint.borders.mjs';

const noImportsOf = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** What oxlint counts as matters of taste or strictness and holds here all the same. */
const alsoErrors = [
  'eqeqeq',
  'import/no-cycle',
  'import/no-default-export',
  'no-array-constructor',
  'no-case-declarations',
  'no-console',
  'no-empty',
  'no-fallthrough',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-useless-assignment',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'preserve-caught-error',
  'react/rules-of-hooks',
  'typescript/ban-ts-comment',
  'typescript/consistent-type-imports',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-misused-promises',
  'typescript/no-namespace',
  'typescript/no-require-imports',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-function-type',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/only-throw-error',
  'typescript/prefer-promise-reject-errors',
  'typescript/require-await',
  'typescript/restrict-plus-operands',
];

/** They are for code that the React compiler rewrites; it is not used here. */
const ofTheReactCompiler = ['react/incompatible-library', 'react/purity', 'react/set-state-in-effect'];

/** Without declared types, nearly everything in a script is `any`. */
const ofTypedCode = [
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/restrict-template-expressions',
];

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'oxc'],
  jsPlugins: [{ name: 'borders', specifier: 'eslint-plugin-import-x' }],
  categories: { correctness: 'error' },
  options: { typeAware: true, typeCheck: true },
  ignorePatterns: [
    'dist/**',
    'coverage/**',
    '.data/**',
    '.cache/**',
    'test/excel-host/host-script.js',
    'bench/pane/sheet-script.js',
  ],
  rules: {
    ...Object.fromEntries(alsoErrors.map((rule) => [rule, 'error'])),
    'borders/no-restricted-paths': ['error', { zones: borders }],
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', { max: 4 }],
    'no-unused-vars': ['error', { ignoreRestSiblings: true }],
    'typescript/no-misused-spread': 'off',
    'typescript/no-useless-default-assignment': 'off',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    ...Object.fromEntries(ofTheReactCompiler.map((rule) => [rule, 'off'])),
  },
  overrides: [
    noImportsOf(
      ['shared/**'],
      [
        {
          group: ['*', '!zod', '!./**', '!../**', '!@jest/globals', '!fast-check'],
          message: 'shared/ imports zod and nothing else.',
        },
      ],
    ),
    noImportsOf(
      ['shared/pages/**'],
      [
        {
          group: ['*', '!zod', '!react', '!@fluentui/react-components', '!./**', '!../**', '!@jest/globals'],
          message: 'shared/pages/ imports what both pages are made of and nothing else.',
        },
      ],
    ),
    noImportsOf(
      [
        ...SERVICE_FOLDERS.filter((one) => one !== 'jobs' && one !== 'platform').map((one) => `service/${one}/**`),
        'service/app.ts',
        'service/config.ts',
      ],
      [
        {
          group: ['agenda', '@agendajs/*'],
          message: 'Only jobs/ and platform/ name Agenda: go through flows/job-queue.ts.',
        },
      ],
    ),
    noImportsOf(
      [
        'service/agents/**',
        'service/cleansing/**',
        'service/dependencies/**',
        'service/engine-parts/**',
        'service/inventory/**',
        'service/mapping/**',
        'service/profiling/**',
        'service/sheet-rows/**',
        'service/tech-debt/**',
      ],
      [
        {
          group: ['agenda', '@agendajs/*', 'mongoose', 'mongodb', 'express'],
          message: 'Agents and engines do no I/O: take an iterator of records.',
        },
      ],
    ),
    noImportsOf(
      ['service/http/**'],
      [
        {
          group: ['agenda', '@agendajs/*', 'mongoose', 'mongodb'],
          message: 'Routes reach the database through services only.',
        },
      ],
    ),
    {
      files: ['addin/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'Excel', message: 'Only addin/workbook/excel-*.ts name Excel: extend WorkbookPort.' },
          { name: 'Office', message: 'Only addin/office-start.ts and addin/workbook/excel-*.ts name Office.' },
        ],
      },
    },
    {
      files: ['addin/workbook/excel-*.ts', 'addin/office-start.ts', '**/*.test.*'],
      rules: { 'no-restricted-globals': 'off' },
    },
    {
      files: ['service/**/*.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'process', property: 'env', message: 'service/config.ts is the only reader of process.env.' },
        ],
      },
    },
    { files: ['service/config.ts', 'service/dashboard/**'], rules: { 'no-restricted-properties': 'off' } },
    {
      files: ['test/**', '**/*.test.*', 'bench/**', 'scripts/**'],
      rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }], 'no-console': 'off' },
    },
    { files: ['**/*.mjs'], rules: Object.fromEntries(ofTypedCode.map((rule) => [rule, 'off'])) },
    { files: ['**/*.tsx'], rules: { 'typescript/unbound-method': 'off' } },
    { files: ['*.config.*', 'scripts/*.mjs'], rules: { 'import/no-default-export': 'off' } },
  ],
});
