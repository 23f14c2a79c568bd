/**
 * A write whose outcome is unknown (no answer, or the server failed) keeps its key: whoever presses the button again,
 * or the automatic retry, sends the same key, and the server does the thing once.
 */
const unsettled = new Map<string, string>();

/** The key for a write with this content. */
export function keyFor(content: string): string {
  const key = unsettled.get(content) ?? newKey();
  unsettled.set(content, key);
  return key;
}

/** The server answered: the next write with the same content is another one. */
export function settleKey(content: string): void {
  unsettled.delete(content);
}

/** A key for one attempt. crypto.randomUUID needs a secure context, which plain http on a home network is not. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
