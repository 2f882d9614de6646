/** Why the port could not be opened and what to do, by the names of the settings. */
export function listenFailure(error: Error, { PORT, HOST }: { PORT: number; HOST: string }): Error {
  return new Error(wordsOf('code' in error ? error.code : '', { PORT, HOST }) ?? `HOST, PORT: ${error.message}`, {
    cause: error,
  });
}

function wordsOf(code: unknown, { PORT, HOST }: { PORT: number; HOST: string }): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${PORT} on ${HOST} is taken, by this service or another program. Stop it, or give another PORT; 0 takes a free one.`;
    case 'EACCES':
      return `PORT: ${PORT} may not be opened by this user. Give one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: this computer has no address ${HOST}. Give 127.0.0.1, one of its own, or 0.0.0.0 for all of them.`;
    default:
      return null;
  }
}
