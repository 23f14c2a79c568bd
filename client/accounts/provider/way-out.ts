const key = "folkmoot-after-provider";

/** Leaves for the provider's page; remembers where to go on afterwards. */
export function leaveFor(url: string, next: string): void {
  window.sessionStorage.setItem(key, next);
  window.location.assign(url);
}

/** Where to go on, once; undefined where nobody left from this window. */
export function takeNext(): string | undefined {
  const next = window.sessionStorage.getItem(key) ?? undefined;
  window.sessionStorage.removeItem(key);
  return next;
}
