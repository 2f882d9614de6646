import type { OperatingSystem } from '#service/cleansing/operating-system/os-reading.ts';

/** The examples of a test, one a line: `Windows Server 2016 Standard → windows_server | 2016 | Standard | -`. */
export function examplesOf(lines: string): [raw: string, expected: string][] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const arrow = line.lastIndexOf(' → ');
      return [line.slice(0, arrow), line.slice(arrow + 3)];
    });
}

/** A system as the examples write it; `-` for what the text does not say. */
export function expectation({ family, version, edition, architecture }: OperatingSystem): string {
  return [family, version, edition, architecture].map((part) => part ?? '-').join(' | ');
}
