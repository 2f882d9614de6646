/** Puts text on the clipboard; false where the page may not, or where there is none, as on plain http. Throws never. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
