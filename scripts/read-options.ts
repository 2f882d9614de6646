import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The options of a command line. One that is not known ends the run with a line that names those that are, and 2. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // What Node says further is about arguments that begin with a dash.
    const [problem] = (error as Error).message.split(/\.?\n|\. /);
    const known = Object.keys(options).map((name) => `--${name}`);
    process.stderr.write(`${problem}. The options are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.\n`);
    process.exit(2);
  }
}
