import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of a command line. One that is not known ends the run with a line that names those that are, and 2. */
export function readOptions<const Known extends Options>(known: Known) {
  try {
    return parseArgs({ options: known }).values;
  } catch (error) {
    process.stderr.write(`${optionProblem(error as Error, known)}\n`);
    process.exit(2);
  }
}

/** The files a command line names. An option, of which there is none, ends the run with a line, and 2. */
export function readFileNames(): string[] {
  try {
    return fileNames();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

/** @throws Error in one line for an option, of which there is none */
export function fileNames(): string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals;
  } catch (error) {
    const [problem] = (error as Error).message.split('. ');
    throw new Error(`${problem}. There are no options; name files only.`, { cause: error });
  }
}

/** In one line what is wrong, without what Node says further of arguments that begin with a dash. */
export function optionProblem({ message }: Error, known: Options): string {
  const [problem] = message.split(/\.?\n|\. /);
  const names = Object.keys(known).map((name) => `--${name}`);
  if (names.length === 1) return `${problem}. The only option is ${names[0]}.`;
  return `${problem}. The options are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`;
}
