/**
 * A worker can end without a word, when the browser ends it; the page gets no event. But then its locks are released: who waits for
 * the one that it holds all its life learns of it at once.
 */
export async function holdLock(): Promise<string | null> {
  // Pages that were not loaded safely (plain http from another machine) have no locks.
  if (navigator.locks === undefined) return null;
  const name = `training engine ${crypto.randomUUID()}`;
  return new Promise((held) => {
    const request = navigator.locks.request(name, () => {
      held(name);
      return new Promise(() => {});
    });
    request.catch(() => held(null)); // refused, as where a browser is told to store nothing
  });
}
