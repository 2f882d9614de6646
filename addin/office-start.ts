/** Where the pane runs. `silent`: everything says Excel, but office.js or Excel does not answer. */
export type Host = { kind: 'excel' } | { kind: 'browser' } | { kind: 'silent' };

/** How long Excel may take to answer, ms. */
const ANSWER_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Finds out whether Excel has opened the page; never rejects, never waits for ever. */
export async function findHost(): Promise<Host> {
  if (!looksLikeOffice()) return { kind: 'browser' };
  const deadline = Date.now() + ANSWER_MS;
  while (!('Office' in globalThis)) {
    if (Date.now() > deadline) return { kind: 'silent' };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), deadline - Date.now()));
  const info = await Promise.race([Office.onReady(), late]);
  if (info === null) return { kind: 'silent' };
  return info.host === Office.HostType.Excel ? { kind: 'excel' } : { kind: 'browser' };
}

/** Office passes its host in the address or the session, and runs panes in frames or in a shell of its own. */
function looksLikeOffice(): boolean {
  return (
    location.search.includes('_host_Info') ||
    sessionStorage.getItem('hostInfoValue') !== null ||
    window.parent !== window
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
