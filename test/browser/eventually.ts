/**
 * Asserts until it holds: what a page shows comes a moment after what brought it about. Fails as the last try did.
 *
 * @param assert  reads anew what it looks at
 */
export async function eventually(assert: () => Promise<void>, withinMs = 30_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await assert();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
    }
  }
}
