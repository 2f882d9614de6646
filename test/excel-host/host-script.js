/**
 * A stand-in for Excel under the real office.js, in a browser page: what desktop Excel offers as `window.external`. It
 * speaks the request protocol of the pinned @microsoft/office-js and keeps a workbook in memory. Anything it does not
 * know fails loudly. Test-only; installed by install-excel-host.ts before the page's own scripts, with `workbook` in
 * scope as install-excel-host.ts describes it. An empty used range, a refused selection and null values come as in Excel.
 */
(() => {
  const workbook = window.excelHostWorkbook;
  const behaviour = (window.excelHost = {
    reads: [],
    textReads: 0,
    requests: 0,
    officeRequests: [],
    failNext: [],
    maxResponse: Infinity,
    maxCells: 5_000_000,
    latencyMs: 0,
    selected: null,
    opened: [],
    settings: workbook.settings ?? {},
    refusesSettings: false,
  });
  sessionStorage.setItem('hostInfoValue', 'Excel$Win32$16.01$en-US$$$$0');

  const letters = (index) =>
    (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  const quote = (name) => (/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);
  const refuse = (code, message) => {
    throw Object.assign(new Error(message), { code });
  };

  const sheetOf = (name) =>
    workbook.sheets.find((sheet) => sheet.name === name) ?? refuse('ItemNotFound', `no sheet ${name}`);
  /** Sheets too large to hand over are made row by row as they are read; all their cells are taken for filled. */
  const madeRows = (sheet) => window.excelHostMadeRows?.[sheet.name];
  const rowAt = (sheet, row) => madeRows(sheet)?.rowAt(row) ?? sheet.values[row] ?? [];
  const valueAt = (sheet, row, column) => rowAt(sheet, row)[column] ?? '';
  const isError = (value) => value[0] === '#' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value);
  const typeOf = (value) =>
    value === ''
      ? 'Empty'
      : typeof value === 'object'
        ? 'Error'
        : typeof value === 'number'
          ? 'Double'
          : typeof value === 'boolean'
            ? 'Boolean'
            : isError(value)
              ? 'Error'
              : 'String';

  const range = (sheet, row, column, rows, columns) => ({ type: 'Range', sheet, row, column, rows, columns });
  const usedPart = ({ sheet, row, column, rows, columns }) => {
    const made = madeRows(sheet);
    if (made)
      return range(sheet, row, column, Math.min(rows, made.rows - row), Math.min(columns, made.columns - column));
    const filled = [];
    const lastRow = Math.min(row + rows, sheet.values.length);
    for (let r = row; r < lastRow; r += 1)
      for (let c = column; c < Math.min(column + columns, sheet.values[r].length); c += 1)
        if (valueAt(sheet, r, c) !== '') filled.push([r, c]);
    if (filled.length === 0) return null;
    const bounds = (index) =>
      filled.reduce(([low, high], cell) => [Math.min(low, cell[index]), Math.max(high, cell[index])], [Infinity, 0]);
    const [top, bottom] = bounds(0);
    const [left, right] = bounds(1);
    return range(sheet, top, left, bottom - top + 1, right - left + 1);
  };
  const nothing = { type: 'Null' };
  const noUsedCells = () => refuse('ItemNotFound', 'no used cells in the range');
  /** Of a blank sheet Excel takes the first cell for used; formatting counts as use unless only values are asked for. */
  const usedRange = (sheet, valuesOnly) => {
    const used = usedPart(wholeSheet(sheet)) ?? range(sheet, 0, 0, 1, 1);
    const lastRow = valuesOnly ? 0 : (sheet.lastFormattedRow ?? 0);
    return { ...used, rows: Math.max(used.rows, lastRow - used.row) };
  };
  const wholeSheet = (sheet) => range(sheet, 0, 0, 1_048_576, 16_384);
  const parseAddress = (sheet, address) => {
    const cells = address
      .replaceAll('$', '')
      .split(':')
      .map((cell) => {
        const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell) ?? refuse('InvalidArgument', `no address: ${address}`);
        return {
          row: Number(row) - 1,
          column: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
        };
      });
    const [first, last = first] = cells;
    return range(sheet, first.row, first.column, last.row - first.row + 1, last.column - first.column + 1);
  };
  const grid = (area, cell) =>
    Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_cell, c) => cell(area.row + r, area.column + c)),
    );
  const gridOfValues = (area, of) =>
    Array.from({ length: area.rows }, (_, r) => {
      const values = rowAt(area.sheet, area.row + r);
      return Array.from({ length: area.columns }, (_cell, c) => of(values[area.column + c] ?? ''));
    });
  const hiddenIn = ({ sheet, row, rows }) =>
    (sheet.hiddenRows ?? []).filter((hidden) => hidden - 1 >= row && hidden - 1 < row + rows).length;
  const isColumnHidden = ({ sheet }, column) => (sheet.hiddenColumns ?? []).includes(column + 1);
  const overlaps = (a, b) =>
    a.sheet === b.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns;
  const tablesIn = (area) =>
    (area.sheet.tables ?? [])
      .map((table) => ({ type: 'Table', ...table, area: parseAddress(area.sheet, table.address) }))
      .filter((table) => overlaps(table.area, area));

  const methods = {
    'Workbook.GetSelectedRange': () =>
      workbook.selection && !workbook.selection.address.includes(',')
        ? parseAddress(sheetOf(workbook.selection.sheet), workbook.selection.address)
        : refuse('InvalidSelection', 'not one range'),
    'Workbook.Worksheets': () => ({
      type: 'Worksheets',
      items: workbook.sheets.map((sheet) => ({ type: 'Worksheet', sheet })),
    }),
    'Workbook.Tables': () => ({
      type: 'Tables',
      items: workbook.sheets.flatMap((sheet) => tablesIn(wholeSheet(sheet))),
    }),
    'Workbook.Functions': () => ({ type: 'Functions' }),
    'Functions.Date': () => ({ type: 'FunctionResult', value: workbook.date1904 ? 0 : 1_462 }),
    'Worksheets.GetActiveWorksheet': () => ({ type: 'Worksheet', sheet: workbook.sheets[0] }),
    'Worksheets.GetItem': (_self, name) => ({ type: 'Worksheet', sheet: sheetOf(name) }),
    'Worksheet.GetUsedRange': ({ sheet }, valuesOnly) => usedRange(sheet, valuesOnly),
    'Worksheet.GetUsedRangeOrNullObject': ({ sheet }) => usedPart(wholeSheet(sheet)) ?? nothing,
    'Worksheet.GetRangeByIndexes': ({ sheet }, ...shape) => range(sheet, ...shape),
    'Worksheet.GetRange': ({ sheet }, address) => parseAddress(sheet, address),
    'Worksheet.Activate': ({ sheet }) =>
      sheet.visibility === 'Hidden' ? refuse('GeneralException', 'a hidden sheet is not shown') : null,
    'Range.GetUsedRange': (self) => usedPart(self) ?? noUsedCells(),
    'Range.GetUsedRangeOrNullObject': (self) => usedPart(self) ?? nothing,
    'Range.Worksheet': ({ sheet }) => ({ type: 'Worksheet', sheet }),
    'Range.GetTables': (self) => ({ type: 'Tables', items: tablesIn(self) }),
    'Range.GetResizedRange': ({ sheet, row, column, rows, columns }, moreRows, moreColumns) =>
      rows + moreRows > 0 && columns + moreColumns > 0
        ? range(sheet, row, column, rows + moreRows, columns + moreColumns)
        : refuse('InvalidArgument', 'no range is that small'),
    'Range.Select': (self) => {
      behaviour.selected = properties['Range.Address'](self);
      return null;
    },
    'Range.GetRowProperties': (self) =>
      Array.from({ length: self.rows }, (_, index) => ({
        rowHidden: (self.sheet.hiddenRows ?? []).includes(self.row + index + 1),
      })),
    'Range.GetColumnProperties': (self) =>
      Array.from({ length: self.columns }, (_, index) => ({ columnHidden: isColumnHidden(self, self.column + index) })),
    'Range.GetMergedAreasOrNullObject': (self) => {
      const items = (self.sheet.merges ?? [])
        .map((address) => parseAddress(self.sheet, address))
        .filter((area) => overlaps(area, self));
      return items.length === 0 ? nothing : { type: 'RangeAreas', items: undefined, areas: items };
    },
    'RangeAreas.Areas': ({ areas }) => ({ type: 'Ranges', items: areas }),
    'Null.Areas': () => nothing,
    'Table.GetRange': ({ area }) => area,
    'Tables.GetItem': (self, name) =>
      self.items.find((table) => table.name === name) ?? refuse('ItemNotFound', `no table ${name}`),
  };

  const properties = {
    'Workbook.Name': () => workbook.name ?? 'Book1',
    'Worksheet.Name': ({ sheet }) => sheet.name,
    'Worksheet.Id': ({ sheet }) => `{${sheet.name}}`,
    'Worksheet.Visibility': ({ sheet }) => sheet.visibility ?? 'Visible',
    'Table.Name': ({ name }) => name,
    'Table.Id': ({ name }) => `{${name}}`,
    'Table.ShowHeaders': ({ showHeaders = true }) => showHeaders,
    'Table.ShowTotals': ({ showTotals = false }) => showTotals,
    'FunctionResult.Value': ({ value }) => value,
    'FunctionResult.Error': () => null,
    'Range.Address': ({ sheet, row, column, rows, columns }) =>
      `${quote(sheet.name)}!${letters(column)}${row + 1}${rows * columns > 1 ? `:${letters(column + columns - 1)}${row + rows}` : ''}`,
    'Range.RowCount': ({ rows }) => rows,
    'Range.ColumnCount': ({ columns }) => columns,
    'Range.RowIndex': ({ row }) => row,
    'Range.ColumnIndex': ({ column }) => column,
    'Range.RowHidden': (self) => (hiddenIn(self) === 0 ? false : hiddenIn(self) === self.rows ? true : null),
    'Range.ColumnHidden': (self) => {
      const hidden = Array.from({ length: self.columns }, (_, at) => isColumnHidden(self, self.column + at));
      return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
    },
    'Range.Id': () => null,
    'Range.Values': (self) => {
      behaviour.reads.push({ row: self.row, rows: self.rows, columns: self.columns });
      return self.rows * self.columns > behaviour.maxCells ? null : gridOfValues(self, (value) => value.error ?? value);
    },
    'Range.NumberFormat': (self) =>
      grid(self, (r, c) => self.sheet.formats?.[r]?.[c] ?? self.sheet.columnFormats?.[c] ?? 'General'),
    'Range.ValueTypes': (self) => gridOfValues(self, typeOf),
    /** As unformatted: only what errors show is asked for. */
    'Range.Text': (self) => {
      behaviour.textReads += 1;
      return self.rows * self.columns > behaviour.maxCells
        ? null
        : gridOfValues(self, (value) => value.text ?? String(value));
    },
  };

  const pascal = (name) => name[0].toUpperCase() + name.slice(1);
  const read = (object, name) => {
    const getter =
      properties[`${object.type}.${pascal(name)}`] ??
      refuse('PropertyNotImplemented', `the Excel host has no ${object.type}.${name}`);
    return getter(object);
  };
  const call = (object, name, args) => {
    // office.js asks a service of its own at start; what it hears does not matter here.
    if (object.type === 'Internal' || name.startsWith('Microsoft.InternalService')) return { type: 'Internal' };
    const method =
      methods[`${object.type}.${name}`] ?? refuse('ApiNotFound', `the Excel host has no ${object.type}.${name}`);
    return method(object, ...args);
  };

  const references = new Map();
  const query = (object, selected) => {
    if (!object.items) return Object.fromEntries(selected.map((name) => [pascal(name), read(object, name)]));
    const names = selected.map((name) => name.replace(/^items\//i, ''));
    return {
      _Items: object.items.map((item) => ({
        ...Object.fromEntries(names.map((name) => [pascal(name), read(item, name)])),
        Id: read(item, 'id'),
      })),
    };
  };

  /** One request of office.js: object paths to resolve, actions to do in their order. */
  function process({ ObjectPaths: paths, Actions: actions }) {
    const objects = new Map();
    const resolve = (id) => {
      if (objects.has(id)) return objects.get(id);
      const path = paths[id];
      const made =
        path === undefined
          ? { type: 'Gone' }
          : path.ObjectPathType === 1
            ? { type: 'Workbook' }
            : references.has(path.Name)
              ? references.get(path.Name)
              : path.ObjectPathType === 5
                ? call(
                    resolve(path.ParentObjectPathId),
                    'GetItem',
                    path.ArgumentInfo.Arguments.map((name) => String(name).replace(/^\{|\}$/g, '')),
                  )
                : call(resolve(path.ParentObjectPathId), path.Name, path.ArgumentInfo?.Arguments ?? []);
      objects.set(id, made);
      return made;
    };
    const act = (action) => {
      const object = resolve(action.ObjectPathId);
      if (object === nothing) return null;
      if (action.ActionType === 1) return object?.reference ? { _ReferenceId: object.reference } : {};
      if (action.ActionType === 2) return query(object, action.QueryInfo.Select ?? []);
      if (action.ActionType !== 3)
        return refuse('ApiNotFound', `the Excel host does not write (action ${action.ActionType})`);
      if (action.Name === '_KeepReference') {
        object.reference ??= `reference ${references.size + 1}`;
        references.set(object.reference, object);
        return null;
      }
      if (action.Name === '_RemoveReference') return null;
      return call(object, action.Name, action.ArgumentInfo?.Arguments ?? []);
    };
    return { Results: actions.map((action) => ({ ActionId: action.Id, Value: act(action) })) };
  }

  const PROCESS_QUERY = 93;
  const OPEN_BROWSER_WINDOW = 102;
  /** What office.js asks for itself: at its start, and a second later whether the host takes telemetry. */
  const OFFICE_SERVICE = /Microsoft\.(InternalService|Telemetry)\.\w+/;
  const RESPONSE_TOO_LARGE = 5_104;
  const array = (items) => ({
    toArray: () => items,
    dimensions: () => 1,
    lbound: () => 0,
    ubound: () => items.length - 1,
    getItem: (index) => items[index],
  });

  function execute(id, parameters, done) {
    if (id === OPEN_BROWSER_WINDOW) behaviour.opened.push(parameters[1]);
    if (id !== PROCESS_QUERY) return setTimeout(() => done(array([0, null])));
    let answer;
    try {
      const request = (parameters[0] ?? parameters)[4];
      const service = OFFICE_SERVICE.exec(request)?.[0];
      if (service) behaviour.officeRequests.push(service);
      else behaviour.requests += 1;
      const failure = service ? undefined : behaviour.failNext.shift();
      if (failure) refuse(failure, failure);
      answer = JSON.stringify(process(JSON.parse(request)));
    } catch (error) {
      answer = JSON.stringify({
        Error: { Code: error.code ?? 'GeneralException', Message: error.message },
        Results: [],
      });
    }
    behaviour.largestResponse = Math.max(behaviour.largestResponse ?? 0, answer.length);
    const tell = () =>
      done(
        answer.length > behaviour.maxResponse
          ? array([RESPONSE_TOO_LARGE])
          : array([0, array([200, array([]), answer])]),
      );
    void Promise.resolve(behaviour.waitsFor).then(() => setTimeout(tell, behaviour.latencyMs));
  }

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => '11111111-1111-1111-1111-111111111111',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 'en-US',
    GetAppDataLocale: () => 'en-US',
    GetOfficeThemeInfo: () =>
      JSON.stringify(
        workbook.isDark
          ? {
              bodyBackgroundColor: 0x212121,
              bodyForegroundColor: 0xffffff,
              controlBackgroundColor: 0x333333,
              controlForegroundColor: 0xffffff,
            }
          : {
              bodyBackgroundColor: 0xffffff,
              bodyForegroundColor: 0x212121,
              controlBackgroundColor: 0xf0f0f0,
              controlForegroundColor: 0x212121,
            },
      ),
    GetDocUrl: () => workbook.url ?? '',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () =>
      JSON.stringify({ ExcelApi: 1.17, SharedRuntime: 1.1, DialogApi: 1.2, RibbonApi: 1.2, OpenBrowserWindowApi: 1.1 }),
    GetHostFullVersion: () => '16.0.20210.10000',
    GetInitialDisplayMode: () => 0,
    GetSettings: () => ({
      Read: (keys, values) =>
        Object.entries(behaviour.settings).forEach(([key, value]) => (keys.push(key), values.push(value))),
      Write: (keys, values) => {
        if (behaviour.refusesSettings) refuse('AccessDenied', 'the workbook cannot be written');
        behaviour.settings = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
      },
    }),
  };
  Object.assign(window.external, {
    GetContext: () => context,
    Execute: execute,
    RegisterEvent: (_id, _target, _handler, done) => setTimeout(() => done?.(0)),
    UnregisterEvent: (_id, _target, done) => done?.(0),
  });
})();
