/**
 * A browser drops the focus to the top of the page when the control that has it goes: a row that was decided on, a link
 * that showed the rest, the button behind a dialog. Readers then start anew. Here it goes to the nearest control, or to
 * the heading of the page.
 */
const PLACE = 'a[href], button, input, select, textarea, [tabindex]';
/** Readers would read all of it; its heading says where they are. */
const WHOLE = 'main[tabindex]';
const HEADING = 'main :is(h1, h2)[tabindex]';
const REMEMBERED_MAX = 8;
/**
 * Dialogs and menus give the focus back themselves when they close; only a focus still lost after that is helped, ms.
 */
const GRACE_MS = 150;

/** An element that had the focus and all around it, from within. */
type Path = readonly HTMLElement[];

/** The element that got the lost focus, as long as nobody moves it. */
let helped: Element | null = null;

/** Whether the focus was put nowhere yet: a page that opens may take it to its heading. */
export function isFocusAdrift(page: Document): boolean {
  return page.activeElement === page.body || page.activeElement === helped;
}

/** Watches a page until the returned function is called. */
export function keepFocus(page: Document): () => void {
  let visited: Path[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    if (target !== helped) helped = null;
    visited = [pathOf(target), ...visited.filter(([element]) => element !== target)].slice(0, REMEMBERED_MAX);
  };
  const look = (): void => {
    if (timer === undefined && isLost(page, visited[0])) timer = setTimeout(help, GRACE_MS);
  };
  const help = (): void => {
    timer = undefined;
    // An add-in's page does not take the focus from the sheet beside it.
    if (!page.hasFocus() || !isLost(page, visited[0])) return;
    const found = nearest(visited, page);
    helped = found;
    found?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  observer.observe(page.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
  page.addEventListener('focusin', remember);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    page.removeEventListener('focusin', remember);
  };
}

function pathOf(target: HTMLElement): Path {
  const path: HTMLElement[] = [];
  for (let element: HTMLElement | null = target; element !== null; element = element.parentElement) path.push(element);
  return path;
}

/** A click beside all controls loses nothing: the element that had the focus is still there. */
function isLost(page: Document, path: Path | undefined): boolean {
  const [last] = path ?? [];
  return page.activeElement === page.body && last !== undefined && !canTakeFocus(last);
}

function nearest(visited: readonly Path[], page: Document): HTMLElement | null {
  for (const path of visited) {
    const found = path.find(canTakeFocus);
    if (found?.matches(WHOLE)) break;
    if (found !== undefined) return rowInPlace(path, found) ?? found;
  }
  return page.querySelector<HTMLElement>(HEADING) ?? page.querySelector<HTMLElement>(WHOLE);
}

/** The row that has come to where one was that left the list; null where that is not in the page, or leads nowhere. */
function rowInPlace(path: Path, list: HTMLElement): HTMLElement | null {
  const lost = path.find((element) => element.role === 'row');
  if (lost === undefined || lost.isConnected) return null;
  const place = placeOf(lost);
  // Below 0 while it is not known how many there are.
  const count = Number(list.ariaRowCount);
  const wasLast = count > 0 && count < place;
  const row = [...list.querySelectorAll<HTMLElement>('[role=row]')].find(
    (one) => placeOf(one) === (wasLast ? place - 1 : place),
  );
  if (row === undefined || canTakeFocus(row)) return row ?? null;
  return row.querySelector<HTMLElement>('[role=rowheader] a[href]');
}

const placeOf = (row: HTMLElement): number => Number(row.ariaRowIndex);

function canTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && element.matches(PLACE) && !element.matches(':disabled');
}
