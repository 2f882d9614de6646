export async function startEmbeddedMongo(_o: object): Promise<{ uri: string; pid: number; stop(): Promise<void> }> { throw new Error('not yet'); }
