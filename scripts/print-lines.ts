/** Prints one JSON line each. Whoever reads them may have seen enough (`| head`): that ends the run, and is no error. */
export function printLines(lines: Iterable<object>): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
}
