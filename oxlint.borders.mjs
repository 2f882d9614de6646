/**
 * One import border: files under `target` may not import from `from` (minus `except`), and the message says where the
 * code belongs instead. The picture is in ARCHITECTURE.md: addin → shared ← service; routes → services → models.
 */
const border = (target, from, message, except = []) => ({ target, from, message, except });

export const SERVICE_FOLDERS = [
  'access',
  'adviser',
  'agent-workspace',
  'agents',
  'assets',
  'catalogue',
  'cleansing',
  'composition',
  'dashboard',
  'dependencies',
  'engine-parts',
  'exports',
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

export const borders = [
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
  border(
    ['./service/!(dashboard)/**', './service/*.ts', './shared/!(pages)/**', './shared/!(*.test).ts'],
    './shared/pages',
    'shared/pages/ is what pane and dashboard do alike: move what the service needs too into shared/.',
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
  ...onlySees('engine-parts', [], 'What engines share depends on nothing: pass the data in.'),
  ...onlySees('mapping', ['engine-parts', 'profiling'], 'The mapping engine is pure: pass the data in.'),
  ...onlySees('profiling', ['engine-parts'], 'Profiling is pure: pass the data in.', { 'sheet-rows': ['./blank.ts'] }),
  ...onlySees('sheet-rows', ['cleansing'], 'What a row is follows from its cells and the headers alone: pass them in.'),
  ...onlySees('cleansing', ['engine-parts', 'mapping'], 'Cleansing rules are pure: pass the data in.'),
  ...onlySees(
    'inventory',
    ['cleansing', 'engine-parts'],
    'Identification and reconciliation are pure: pass the data in.',
  ),
  ...onlySees(
    'dependencies',
    ['cleansing', 'engine-parts', 'inventory'],
    'The dependency graph is pure: pass the assets in.',
  ),
  ...onlySees('tech-debt', ['cleansing', 'dependencies', 'inventory'], 'Technical debt is pure: pass the assets in.'),
  ...onlySees(
    'assets',
    ['access', 'cleansing', 'dependencies', 'flows', 'inventory', 'models', 'platform', 'tech-debt'],
    'assets/ stores and reads the inventory; what an asset is belongs in inventory/, what agents do in agents/.',
    { agents: ['./agent.ts', './agent-ports.ts'] },
  ),
  ...onlySees(
    'exports',
    ['access', 'assets', 'cleansing', 'inventory', 'models', 'tech-debt'],
    'An export only writes what it is given as a file; how the inventory is read belongs in assets/.',
  ),
  ...onlySees('adviser', [], 'An adviser only answers what it is asked: pass the columns in.'),
  ...onlySees(
    'agents',
    ['cleansing', 'dependencies', 'engine-parts', 'inventory', 'mapping', 'profiling', 'sheet-rows', 'tech-debt'],
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
    [
      'models',
      'platform',
      'access',
      'catalogue',
      'engine-parts',
      'flows',
      'cleansing',
      'mapping',
      'memory',
      'profiling',
    ],
    'The import reaches jobs and agents only through FlowTriggerService and BackgroundExecutionService.',
  ),
  ...onlySees(
    'agent-workspace',
    [
      'access',
      'assets',
      'catalogue',
      'cleansing',
      'flows',
      'imports',
      'mapping',
      'memory',
      'models',
      'platform',
      'profiling',
      'review',
    ],
    'The workspace brings agents what is stored, and stores what they return; what they make of it belongs in agents/.',
    { adviser: ['./adviser.ts'], agents: ['./agent.ts', './agent-ports.ts'] },
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
    ['access', 'assets', 'catalogue', 'exports', 'flows', 'imports', 'memory', 'platform', 'review'],
    'Routes call services and present; move storage and agents behind a service.',
  ),
];
