import { FILE_INFLATED_MAX_BYTES, FILE_INFLATED_MAX_RATIO } from '#shared/limits.ts';
import { formatNumber } from '#shared/format.ts';
import { inflate } from './inflate.ts';
import { WorkbookError } from './workbook-port.ts';

interface Part {
  packed: Uint8Array<ArrayBuffer>;
  isDeflated: boolean;
  /** Unpacked, as the directory says. */
  bytes: number;
}

interface Directory {
  /** Of its first entry. */
  offset: number;
  count: number;
  /** Bytes before the archive, which its offsets do not count. */
  before: number;
}

const END = 0x06_05_4b_50;
const END_64 = 0x06_06_4b_50;
const ENTRY = 0x02_01_4b_50;
const [SIGNATURE_BYTES, END_BYTES, COMMENT_MAX_BYTES] = [4, 22, 0xff_ff];
const [LOCATOR_BYTES, ENTRY_BYTES, LOCAL_BYTES] = [20, 46, 30];
/** Stands where a number needs 64 bits and is found elsewhere. */
const LARGE = 0xff_ff_ff_ff;
const [STORED, DEFLATED] = [0, 8];
/** Nothing, packed. */
const EMPTY_MAX_BYTES = 5;

/** To here a part, and all that is read of an archive, may be packed as well as they like. */
const ALWAYS_INFLATED_BYTES = 32 * 1024 * 1024;

/** The parts of an .xlsx, unpacked piece by piece and together no further than can be read. */
export class ZipArchive {
  private readonly parts = new Map<string, Part>();
  /** Packed by a method that is not read here. */
  private readonly closed = new Set<string>();
  private readonly bytes: number;
  private inflatedBytes = 0;

  /** @throws Error where the bytes are no archive */
  constructor(bytes: ArrayBuffer) {
    const view = new DataView(bytes);
    this.bytes = bytes.byteLength;
    const names = new TextDecoder();
    const { offset, count, before } = directoryOf(view);
    for (let [at, left] = [offset, count]; left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new Error('The directory of the archive is broken.');
      const [nameBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
      const name = names.decode(new Uint8Array(bytes, at + ENTRY_BYTES, nameBytes));
      const local = sizesOf(view, at);
      const start = before + local.offset;
      const data = start + LOCAL_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const method = view.getUint16(at + 10, true);
      if (method === STORED || method === DEFLATED)
        this.parts.set(plainName(name), {
          packed: new Uint8Array(bytes, data, local.packedBytes),
          isDeflated: method === DEFLATED,
          bytes: local.bytes,
        });
      else this.closed.add(plainName(name));
      at += ENTRY_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    }
  }

  /** @throws WorkbookError where it is there and closed */
  has(name: string): boolean {
    if (this.hasClosed(name)) throw packedOtherwise(name);
    return this.parts.has(plainName(name));
  }

  /** Whether there is such a part, packed in a way that cannot be read here. */
  hasClosed(name: string): boolean {
    return this.closed.has(plainName(name));
  }

  /** Whether there is such a part with anything in it. @throws WorkbookError where it is closed */
  holds(name: string): boolean {
    if (!this.has(name)) return false;
    const part = this.parts.get(plainName(name));
    return part !== undefined && (part.bytes > 0 || part.packed.length > EMPTY_MAX_BYTES);
  }

  /** @throws WorkbookError too_large_to_read, unreadable_file */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const part = this.parts.get(plainName(name));
    if (part === undefined) return;
    let ownBytes = 0;
    for await (const piece of part.isDeflated ? inflate(part.packed, part.bytes) : [part.packed]) {
      ownBytes += piece.length;
      this.inflatedBytes += piece.length;
      if (this.inflatedBytes > FILE_INFLATED_MAX_BYTES) throw unpacksTooFar();
      // Several names may stand for one and the same packed part.
      if (isTooMuch(ownBytes, part.packed.length) || isTooMuch(this.inflatedBytes, this.bytes)) throw packedTooWell();
      yield piece;
    }
  }
}

function directoryOf(view: DataView): Directory {
  const end = endOf(view);
  const [count, bytes, offset] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (count !== 0xff_ff && bytes !== LARGE && offset !== LARGE) {
    const start = end - bytes;
    // An end with large numbers may stand between the directory and this one, although they are not needed.
    if (offset < start && view.getUint32(offset, true) === ENTRY) return { offset, count, before: 0 };
    return { offset: start, count, before: start - offset };
  }
  const end64 = getLarge(view, end - LOCATOR_BYTES + 8);
  if (view.getUint32(end64, true) !== END_64) throw new Error('The archive has no end.');
  return { offset: getLarge(view, end64 + 48), count: getLarge(view, end64 + 32), before: 0 };
}

/** Zeros of any number may follow the archive, and a comment. */
function endOf(view: DataView): number {
  let filled = view.byteLength;
  while (filled > 0 && view.getUint8(filled - 1) === 0) filled -= 1;
  const first = Math.max(0, filled - END_BYTES - COMMENT_MAX_BYTES);
  let end = Math.min(view.byteLength - END_BYTES, filled - SIGNATURE_BYTES);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new Error('The archive has no end.');
  return end;
}

/** What an entry says of its part; numbers that need 64 bits stand behind its name, in the order of the others. */
function sizesOf(view: DataView, at: number): { packedBytes: number; bytes: number; offset: number } {
  const [packedBytes, bytes, offset] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  if (packedBytes !== LARGE && bytes !== LARGE && offset !== LARGE) return { packedBytes, bytes, offset };
  let field = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field < end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  const bytesAt = field + 4;
  const packedAt = bytesAt + (bytes === LARGE ? 8 : 0);
  const offsetAt = packedAt + (packedBytes === LARGE ? 8 : 0);
  return {
    packedBytes: packedBytes === LARGE ? getLarge(view, packedAt) : packedBytes,
    bytes: bytes === LARGE ? getLarge(view, bytesAt) : bytes,
    offset: offset === LARGE ? getLarge(view, offsetAt) : offset,
  };
}

/** No file is longer than a number counts exactly; where it says so, the view refuses the place. */
const getLarge = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Parts are named alike whatever their letters' case; some tools begin with a slash or divide with a backslash. */
const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function isTooMuch(inflatedBytes: number, packedBytes: number): boolean {
  return inflatedBytes > Math.max(ALWAYS_INFLATED_BYTES, packedBytes * FILE_INFLATED_MAX_RATIO);
}

function packedOtherwise(name: string): WorkbookError {
  return new WorkbookError(
    'unreadable_file',
    `The part "${name}" of the file is packed in a way that cannot be read here.`,
    'Open it in Excel, save it again as .xlsx, and choose that file.',
  );
}

function unpacksTooFar(): WorkbookError {
  return new WorkbookError(
    'too_large_to_read',
    `The file unpacks to more than ${formatNumber(FILE_INFLATED_MAX_BYTES / 1024 / 1024)} MB.`,
    'Open it in Excel and import from the add-in there, or save the sheet in a file of its own.',
  );
}

function packedTooWell(): WorkbookError {
  return new WorkbookError(
    'unreadable_file',
    `The file unpacks to more than ${FILE_INFLATED_MAX_RATIO} times its size, as no workbook does.`,
    'Open it in Excel, save it again as .xlsx, and choose that file.',
  );
}
