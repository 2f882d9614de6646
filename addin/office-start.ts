import { tabStorage } from '#shared/pages/browser-storage.ts';

type KnownHost = { kind: 'excel' } | { kind: 'browser' };

/** Where the pane runs. `silent`: everything says Excel, but office.js or Excel does not answer; `answer` waits on for it. */
export type Host = KnownHost | { kind: 'silent'; answer: Promise<KnownHost> };

/** How long Excel may take to answer before it is said that it does not, ms. */
const ANSWER_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Finds out whether Excel has opened the page; never rejects, never waits for ever. */
export async function findHost(): Promise<Host> {
  if (!looksLikeOffice()) return { kind: 'browser' };
  const answer = askOffice();
  const silent = { kind: 'silent', answer } as const;
  return Promise.race([answer, pause(ANSWER_MS).then(() => silent)]).catch(() => silent);
}

/** Waits for office.js and for its answer, however long. */
async function askOffice(): Promise<KnownHost> {
  while (!('Office' in globalThis)) await pause(LOOK_EVERY_MS);
  const { host } = await Office.onReady();
  return { kind: host === Office.HostType.Excel ? 'excel' : 'browser' };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Office passes its host in the address or the session, and runs panes in frames or in a shell of its own. */
function looksLikeOffice(): boolean {
  return (
    location.search.includes('_host_Info') || tabStorage.read('hostInfoValue') !== null || window.parent !== window
  );
}

/** Whether Office shows itself dark; null where it does not say. */
export function isOfficeDark(): boolean | null {
  if (!('Office' in globalThis)) return null;
  const theme = (Office.context as Partial<Office.Context> | undefined)?.officeTheme as
    | Partial<Office.OfficeTheme>
    | undefined;
  const background = theme?.bodyBackgroundColor;
  if (typeof background !== 'string' || !/^#[0-9a-f]{6}$/i.test(background)) return null;
  const channels = [1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16));
  return channels.reduce((sum, channel) => sum + channel, 0) < 384;
}

/**
 * Opens a page of this service in the browser of the computer; false where the pane's own browser opens it as any link.
 * Excel on Windows and Mac would open a link in a window of its own, which saves no files and keeps no key.
 */
export function openInBrowser(href: string): boolean {
  const office = 'Office' in globalThis ? (Office.context as Partial<Office.Context> | undefined) : undefined;
  if (office?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1') !== true) return false;
  office.ui?.openBrowserWindow(new URL(href, location.href).href);
  return true;
}
