/** Handed to the inflater at once: what comes of it is looked at before the next, and at most a thousand times as much. */
const PIECE_BYTES = 16 * 1024;
/** The piece that is being unpacked, and one that waits. */
const AHEAD_BYTES = 2 * PIECE_BYTES;

/**
 * Unpacks a part. Where other bytes follow its packed ones, a browser fails and drops what came of that last piece: it is
 * then read once more, those pieces byte by byte, and ends where it has the bytes that the archive says.
 *
 * @throws where it does not unpack
 */
export async function* inflate(packed: Uint8Array<ArrayBuffer>, bytes: number): AsyncGenerator<Uint8Array> {
  let [given, singlyFrom] = [0, packed.length];
  for (;;) {
    let read = 0;
    const pieces = piecesOf(packed, singlyFrom);
    try {
      for await (const piece of unpacked(pieces.stream)) {
        const before = Math.min(piece.length, Math.max(0, given - read));
        read += piece.length;
        given = Math.max(given, read);
        if (before < piece.length) yield piece.subarray(before);
      }
      return;
    } catch (error) {
      if (given === bytes) return;
      if (singlyFrom < packed.length || given > bytes) throw error;
      singlyFrom = Math.max(0, pieces.handedBytes() - AHEAD_BYTES);
    }
  }
}

function piecesOf(packed: Uint8Array<ArrayBuffer>, singlyFrom: number) {
  let at = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at >= packed.length) return controller.close();
        const end = at >= singlyFrom ? at + 1 : Math.min(at + PIECE_BYTES, singlyFrom);
        controller.enqueue(packed.subarray(at, end));
        at = end;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, handedBytes: () => at };
}

async function* unpacked(packed: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
