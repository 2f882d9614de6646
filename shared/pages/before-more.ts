const CONTROL = 'a[href], button, input, summary, [tabindex]';

/**
 * To be called before more of a list is shown. The function that comes back goes to the first item that is new, in
 * whatever order they stand then; not if the reader has gone elsewhere meanwhile. Where nothing new stands in the list
 * and what was asked is gone, it goes to the list.
 */
export function beforeMore(list: HTMLElement): () => void {
  const before = new Set(list.children);
  const asker = document.activeElement;
  return () => {
    const { activeElement } = document;
    if (activeElement !== asker && activeElement !== document.body) return;
    const isNew = (item: Element): item is HTMLElement => item instanceof HTMLElement && !before.has(item);
    const item = [...list.children].find(isNew);
    if (item !== undefined) goTo(item.matches(CONTROL) ? item : (item.querySelector<HTMLElement>(CONTROL) ?? item));
    else if (activeElement === document.body) goTo(list);
  };
}

function goTo(element: HTMLElement): void {
  if (!element.matches(CONTROL)) element.tabIndex = -1;
  element.focus();
}
