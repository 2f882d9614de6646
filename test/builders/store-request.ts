import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';

/** A small CMDB sheet in memory: believable headers, one server a row. */
export function buildSheet(options: { rows?: number; columns?: string[] } = {}): { columns: string[]; rows: Cell[][] } {
  const columns = options.columns ?? [
    'Hostname',
    'IP Address',
    'Operating System',
    'CPU Cores',
    'RAM (GB)',
    'Environment',
  ];
  const rows = Array.from({ length: options.rows ?? 3 }, (_, index) => {
    const server = [
      `srv-${index}`,
      `10.0.${index >> 8}.${index & 255}`,
      'Windows Server 2019',
      4 + (index % 4),
      16,
      index % 2 ? 'Production' : null,
    ];
    return columns.map((_column, at): Cell => (at < server.length ? (server[at] ?? null) : `value ${at}`));
  });
  return { columns, rows };
}

export function buildStoreRequest(overrides: Partial<StoreImportRequest> = {}): StoreImportRequest {
  const hasRows = overrides.file_data !== undefined || overrides.sheet !== undefined;
  return {
    ...(hasRows ? {} : { sheet: buildSheet() }),
    metadata: {
      filename: 'servers.xlsx',
      size: 12_345,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      sheet_name: 'Servers',
      range: 'A1:F4',
      header_row: 1,
      date_system: '1900',
    },
    upload_context: { intended_type: 'cmdb', upload_timestamp: '2026-11-23T08:00:00Z' },
    ...overrides,
  };
}
