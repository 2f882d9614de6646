/** Texts kept by name; where the browser denies its storage, as some do within frames, for as long as the page is open. */
interface BrowserStorage {
  read(name: string): string | null;
  keep(name: string, text: string): void;
  forget(name: string): void;
}

/** Until the tab is closed. */
export const tabStorage = browserStorage(() => sessionStorage);
/** On this computer. */
export const computerStorage = browserStorage(() => localStorage);

/** @param open  throws where storage is denied */
function browserStorage(open: () => Storage): BrowserStorage {
  const memory = new Map<string, string>();
  return {
    read(name) {
      const held = memory.get(name);
      if (held !== undefined) return held;
      try {
        return open().getItem(name);
      } catch {
        return null;
      }
    },
    keep(name, text) {
      memory.delete(name);
      try {
        open().setItem(name, text);
      } catch {
        memory.set(name, text);
      }
    },
    forget(name) {
      memory.delete(name);
      try {
        open().removeItem(name);
      } catch {
        // Denied, so nothing was kept.
      }
    },
  };
}
