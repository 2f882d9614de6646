import { defineConfig } from 'oxlint';

/**
 * One import border: files under `target` may not import from `from` (minus `except`), and the message says where the
 * code belongs instead. The picture is in ARCHITECTURE.md: addin → shared ← service; routes → services → models.
 */
const border = (target, from, message, except = []) => ({ target, from, message, except });

const SERVICE_FOLDERS = [
  'access',
  'adviser',
  'agents',
  'assets',
  'catalogue',
  'cleansing',
  'composition',
  'dashboard',
  'dependencies',
  'flows',
  'http',
  'imports',
  'inventory',
  'jobs',
  'mapping',
  'memory',
  'models',
  'platform',
  'profiling',
  'review',
  'sheet-rows',
  'tech-debt',
];

/** Folders of service/ that `folder` may not see: all but itself and `allowed`. */
const onlySees = (folder, allowed, message, except = {}) =>
  SERVICE_FOLDERS.filter((other) => other !== folder && !allowed.includes(other)).map((other) =>
    border(`./service/${folder}`, `./service/${other}`, message, except[other]),
  );

const borders = [
  border(
    ['./shared', './addin', './service'].map((folder) => `${folder}/**/!(*.test).{ts,tsx}`),
    './test',
    'test/ is no part of the product: move what both need into the folder that owns it.',
  ),
  border('./shared', './addin', 'shared/ is what both sides agree on: move the code that needs the pane into addin/.'),
  border(
    './shared',
    './service',
    'shared/ is what both sides agree on: move the code that needs the service into service/.',
  ),
  border('./addin', './service', 'The pane talks to the service over HTTP only: put the contract into shared/.'),
  border('./service', './addin', 'The service knows no pane: put what both need into shared/.'),
  border(
    ['./service/!(main|composition).ts', './service/*/**'],
    './service/composition.ts',
    'composition.ts knows all and nobody knows it: take what you need as a constructor argument.',
  ),
  ...onlySees('dashboard', [], 'The dashboard is browser code: it sees shared/ only and asks the service over HTTP.'),
  ...onlySees('models', [], 'A model is a schema with its indexes: move logic to the folder that uses it.', {
    dependencies: ['./edge.ts', './graph-tally.ts'],
    inventory: ['./asset.ts', './asset-change.ts', './conflict.ts'],
    'tech-debt': ['./assessment.ts'],
  }),
  ...onlySees('platform', [], 'platform/ holds no business word: move this to the feature folder and pass it in.'),
  ...onlySees('mapping', ['profiling'], 'The mapping engine is pure: pass the data in.'),
  ...onlySees('profiling', [], 'Profiling is pure: pass the data in.', { 'sheet-rows': ['./blank.ts'] }),
  ...onlySees('sheet-rows', ['cleansing'], 'What a row is follows from its cells and the headers alone: pass them in.'),
  ...onlySees('cleansing', ['mapping'], 'Cleansing rules are pure: pass the data in.'),
  ...onlySees('inventory', ['cleansing'], 'Identification and reconciliation are pure: pass the data in.'),
  ...onlySees('dependencies', ['cleansing', 'inventory'], 'The dependency graph is pure: pass the assets in.'),
  ...onlySees('tech-debt', ['cleansing', 'dependencies', 'inventory'], 'Technical debt is pure: pass the assets in.'),
  ...onlySees(
    'assets',
    ['access', 'cleansing', 'dependencies', 'flows', 'inventory', 'models', 'platform', 'tech-debt'],
    'assets/ stores and reads the inventory; what an asset is belongs in inventory/, what agents do in agents/.',
    { agents: ['./agent.ts', './agent-ports.ts'] },
  ),
  ...onlySees('adviser', [], 'An adviser only answers what it is asked: pass the columns in.'),
  ...onlySees(
    'agents',
    ['cleansing', 'dependencies', 'inventory', 'mapping', 'profiling', 'sheet-rows', 'tech-debt'],
    'An agent knows its own task over an iterator of records: take what you need from AgentInput.',
    { adviser: ['./adviser.ts', './advice-messages.ts'] },
  ),
  ...onlySees('jobs', ['flows', 'platform'], 'A job only calls flows/: move the logic to BackgroundExecutionService.'),
  ...onlySees(
    'flows',
    ['models', 'platform', 'agents', 'access'],
    'Flows see models, platform, access and the agent interface; Agenda only through flows/job-queue.ts.',
  ),
  ...onlySees(
    'imports',
    ['models', 'platform', 'access', 'catalogue', 'flows', 'cleansing', 'mapping', 'memory', 'profiling', 'review'],
    'The import reaches jobs and agents only through FlowTriggerService and BackgroundExecutionService.',
    {
      adviser: ['./adviser.ts'],
      agents: ['./agent.ts', './agent-ports.ts'],
    },
  ),
  ...onlySees(
    'review',
    ['access', 'catalogue', 'cleansing', 'flows', 'mapping', 'memory', 'models', 'platform', 'profiling'],
    'A review is of mappings that are stored; storing an import and reading it back belong in imports/.',
  ),
  ...onlySees(
    'catalogue',
    ['access', 'mapping', 'models', 'platform'],
    "The catalogue is a client's fields; what an import does with them belongs in imports/ or review/.",
  ),
  ...onlySees(
    'memory',
    ['access', 'mapping', 'models', 'platform', 'profiling'],
    'Memory keeps what analysts confirmed; what an import does with it belongs in imports/ or review/.',
  ),
  ...onlySees('access', ['models', 'platform'], 'access/ decides who may do what; it knows no imports and no flows.'),
  ...onlySees(
    'http',
    ['access', 'assets', 'catalogue', 'flows', 'imports', 'memory', 'platform', 'review'],
    'Routes call services and present; move storage and agents behind a service.',
  ),
];

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
      ['service/!(jobs|platform)/**', 'service/app.ts', 'service/config.ts'],
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
          { name: 'Excel', message: 'Only addin/workbook/excel-workbook.ts names Excel: extend WorkbookPort.' },
          { name: 'Office', message: 'Only addin/office-start.ts and excel-workbook.ts name Office.' },
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
    { files: ['shared/target-fields.ts', 'service/mapping/*-aliases.ts'], rules: { 'max-lines': 'off' } },
    { files: ['**/*.mjs'], rules: Object.fromEntries(ofTypedCode.map((rule) => [rule, 'off'])) },
    { files: ['**/*.tsx'], rules: { 'typescript/unbound-method': 'off' } },
    { files: ['*.config.*', 'scripts/*.mjs'], rules: { 'import/no-default-export': 'off' } },
  ],
});
