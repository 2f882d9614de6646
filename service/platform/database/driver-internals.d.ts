/** The driver describes only its public part; its version is pinned, and tests write through this to a real mongod. */
declare module 'mongodb/lib/cmap/commands.js' {
  export class DocumentSequence {
    constructor(field: string);
    /** Adds BSON to a section of the message as it is. The document beside it is told to command monitoring only. */
    push(document: object, bytes: Uint8Array): number;
  }
}
