import { isUtf8 } from 'node:buffer';
import { chunkRequestSchema } from '#shared/schemas/upload.schema.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import { BsonWriter } from '../../platform/bson/bson-writer.ts';
import { COMMAND_BYTES } from '../../platform/database/insert-command.ts';
import { parseBody } from '../../platform/request-parts.ts';
import { ProblemList } from '../problem-list.ts';
import { rawRecordsOf } from '../raw-records.ts';
import { RecordPacker, type PackedRecords } from '../record-packer.ts';
import { checkRows } from '../sheet-checks.ts';

type SessionOfChunk = Pick<UploadSessionDocument, 'data_import_id' | 'columns' | 'total_rows'>;

/** Makes raw records of a chunk's JSON: packs it as it is, or reads it value by value and lists its problems. */
export class ChunkReader {
  private readonly packer = new RecordPacker();
  private readonly writer = new BsonWriter();

  /** @throws AppError invalid_request; import_rejected: which rows do not belong here, or which cells cannot be stored */
  read(json: Buffer, session: SessionOfChunk): PackedRecords {
    const { data_import_id: dataImportId, columns, total_rows: lastRow } = session;
    const packed = isUtf8(json) ? this.packer.pack(json, { dataImportId, columns: columns.length, lastRow }) : null;
    return packed ?? this.readValues(json, session);
  }

  private readValues(json: Buffer, { data_import_id, columns, total_rows }: SessionOfChunk): PackedRecords {
    const { first_row: firstRow, rows } = parseBody(chunkRequestSchema, json);
    const problems = new ProblemList();
    const lastRow = firstRow + rows.length - 1;
    if (lastRow > total_rows)
      problems.add({
        code: 'beyond_total_rows',
        field: 'rows',
        row: total_rows + 1,
        message: `The chunk reaches row ${formatNumber(lastRow)}; the upload was opened for ${countOf(total_rows, 'row')}.`,
      });
    checkRows({ rows, headers: columns.map(({ header }) => header), field: 'rows', firstRow }, problems);
    problems.throwIfAny();
    const records = rawRecordsOf(data_import_id, firstRow, rows);
    const parts = Array.from(this.writer.write(records, COMMAND_BYTES), ({ bytes }) => bytes);
    return { firstRow, rows: rows.length, parts };
  }
}
