/**
 * A sheet as large as Excel makes them, for the stand-in for Excel: 20 columns of mixed types, as in
 * bench/import/cmdb-rows.ts, but with real dates and blanks. Runs in the page, before it; a row is made when it is read.
 */
(() => {
  const headers = [
    'Hostname',
    'IP Address',
    'Operating System',
    'CPU Cores',
    'RAM (GB)',
    'Environment',
    'Serial Number',
    'Application',
    'Location',
    'Owner',
    'Migration Note',
    'Virtual',
    'Cost',
    'Manufacturer',
    'Rack',
    'Cost Center',
    'Purchase Date',
    'Tier',
    'Network',
    'Notes',
  ];
  const sites = ['Frankfurt DC1', 'Dublin DC2', 'Ashburn DC1'];
  const systems = [2012, 2015, 2018, 2021].map((year) => `Windows Server ${year} Standard`);

  const rowAt = (row) => {
    if (row === 0) return headers;
    const site = sites[row % 3];
    return [
      `srv-${row}`,
      `10.${(row >> 16) & 255}.${(row >> 8) & 255}.${row & 255}`,
      systems[row % 4],
      4 + (row % 4),
      16 + (row % 5) * 8,
      row % 2 ? 'Production' : 'Test',
      `SN${row * 7919}`,
      `app-${row % 100}`,
      site,
      `team${row % 50}@example.com`,
      row % 9 ? '' : 'decommission',
      true,
      row * 1.5,
      'VMware',
      `Rack ${row % 80}`,
      'CC-1001',
      43_000 + (row % 3_000),
      'Tier 2',
      '10 GbE',
      `note ${row}`,
    ];
  };
  window.excelHostMadeRows = { CMDB: { rows: window.benchRows, columns: headers.length, rowAt } };
})();
