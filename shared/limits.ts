/** Limits both sides agree on. Each names its unit and where the figure comes from. */

/** Largest body of a one-shot `store-import`, bytes of JSON: its rows fit one transaction (docs/decisions/0015). */
export const ONE_SHOT_MAX_BYTES = 8 * 1024 * 1024;

/**
 * Most rows of a one-shot `store-import`. They are written in one transaction, and a server with a cache of 1 GB takes
 * 50,000; 100,000 fail at the commit (measured with MongoDB 6.0.5, rows of about 500 bytes).
 */
export const ONE_SHOT_MAX_ROWS = 50_000;

/** Rows of the largest upload: all rows of an Excel sheet, which a range without a header row can fill. */
export const UPLOAD_MAX_ROWS = 1_048_576;

/**
 * Largest chunk of an upload, bytes of JSON after content decoding. Parsing a chunk blocks the event loop and holds
 * many times its size; with 1 MB the loop's 99th percentile stays below 25 ms, larger ones gain nothing
 * (docs/decisions/0015).
 */
export const UPLOAD_CHUNK_MAX_BYTES = 1024 * 1024;

/** Chunks of one upload: 10 GB of JSON in chunks of 1 MB, and a session document of about 1 MB. */
export const UPLOAD_MAX_CHUNKS = 10_000;

/** Largest body that opens an upload, bytes: the headers of a sheet with SHEET_MAX_COLUMNS columns. */
export const UPLOAD_OPEN_MAX_BYTES = 2 * 1024 * 1024;

/** Inflated bytes for one compressed byte; real sheets stay below 20, others can be sent uncompressed. */
export const COMPRESSION_MAX_RATIO = 100;

/** How long an ended upload is remembered, so that its id gets a clear answer, days. */
export const UPLOAD_REMEMBERED_DAYS = 7;

/**
 * Confidence from which a suggestion is taken as right unless a person looks: nearly all such are
 * (docs/mapping-quality.md).
 */
export const READY_FROM = 0.8;

/** Largest body of every other request, bytes. */
export const REQUEST_MAX_BYTES = 256 * 1024;

/** Rows below the header of the largest Excel sheet (1,048,576 rows in all; support.microsoft.com "Excel specifications"). */
export const SHEET_MAX_ROWS = 1_048_575;

/** Columns of the largest Excel sheet. */
export const SHEET_MAX_COLUMNS = 16_384;

/** Characters of the longest text in one Excel cell. */
export const CELL_MAX_CHARACTERS = 32_767;

/**
 * Longest text that is looked into for what it means, characters: 200 addresses, with room to spare. What is longer is no
 * number, date, address or name of a system to any field, and what profiles tell of it is told of its beginning. A text
 * field keeps it whole. To look into one of CELL_MAX_CHARACTERS for addresses takes 10 ms, and a sheet can be full of them.
 */
export const READ_MAX_CHARACTERS = 8_192;

/** Characters of the day and time of a date cell: 2024-03-15T00:00:00.000, with room to spare. */
export const CELL_DATE_MAX_CHARACTERS = 40;

/** Characters of the longest number format and of an error's name in a cell. */
export const CELL_FORMAT_MAX_CHARACTERS = 255;
export const CELL_ERROR_MAX_CHARACTERS = 32;

/** Characters of the longest currency of an amount: a code, a sign or a name. */
export const CELL_CURRENCY_MAX_CHARACTERS = 20;

/** Longest `Idempotency-Key`, characters (the bound Stripe uses). */
export const IDEMPOTENCY_KEY_MAX_CHARACTERS = 255;

/** How long a stored answer is replayed for its `Idempotency-Key`, days. */
export const IDEMPOTENCY_KEPT_DAYS = 7;

/** Meanings of values remembered of one header, those decided last: more than a profile lists of a column (100). */
export const MEANINGS_REMEMBERED_MAX = 200;

/** Problems listed in one 400 answer; `problems_total` still counts all. */
export const PROBLEMS_LISTED_MAX = 1_000;

/** Cell addresses listed with one finding; its `count` still counts all. */
export const FINDING_CELLS_LISTED_MAX = 200;

/** Page size of lists: asked for when nothing is said, and at most. */
/** What one answer about one asset lists of its sources, of the records of each, and of its parts; pages have all. */
export const ASSET_LISTED_MAX = 100;

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 1_000;

/**
 * To here assets that fit a filter are counted; then there are "more than" so many. All of an engagement are counted to the
 * last. Of a million, measured with MongoDB 6.0.5: all 0.8 s, a frequent class to here 0.1 s, to its last asset 2 s.
 */
export const ASSETS_COUNTED_MAX = 10_000;

/** Longest cursor of a list in order of names, characters. */
export const NAME_CURSOR_MAX = 1_200;

/** Longest `wait_seconds` of a long poll. Below the 30 s at which common proxies give up on a silent connection. */
export const LONG_POLL_MAX_SECONDS = 25;

/**
 * Cells read from the workbook in one call; halved when the host refuses. Taking in the answer is one task of the
 * page, and twice as many cells hold up clicks for 350 ms (docs/decisions/0030).
 */
export const READ_CELL_BUDGET = 25_000;

/** Largest file that is read without Excel, bytes; Excel itself hands a sheet over in chunks. */
export const FILE_MAX_BYTES = 60 * 1024 * 1024;

/**
 * What the parts of a file may unpack to as they are read, bytes: those of a workbook have 10 to 15 times its size. They
 * are not kept, so that this bounds time and not memory: 10 to 40 MB are read in a second.
 */
export const FILE_INFLATED_MAX_BYTES = 1024 * 1024 * 1024;

/** Inflated bytes for one of the file; rows of mostly blank cells, as some tools write them, come to 300. */
export const FILE_INFLATED_MAX_RATIO = 500;

/** Sheets of one file, and merged cells of one sheet. */
export const FILE_SHEETS_MAX = 1_000;
export const FILE_MERGED_MAX = 1_000_000;

/** Cells and rows of the used ranges of a file, blanks included, and characters of its texts: what the memory of a tab holds. */
export const FILE_CELLS_MAX = 20_000_000;
export const FILE_ROWS_MAX = 4_000_000;
export const FILE_LETTERS_MAX = 500_000_000;

/** Nodes of one picture of the dependency graph: asked for when nothing is said, and at most; more cannot be told apart. */
export const GRAPH_NODES_DEFAULT = 150;
export const GRAPH_NODES_MAX = 500;

/** How many edges away from its focus a picture reaches at most. */
export const GRAPH_DEPTH_MAX = 4;

/** Decisions on conflicts that one request carries: one transaction, in which each reads and writes a few assets. */
export const DECISIONS_MAX = 100;
