import type { SeenLedger } from "#shared/ledger/faults.ts";
import { read, write } from "../lib/stored.ts";

/** What this browser saw of a ledger last, with the signed note itself: should the two ever differ, it is the proof. */
export interface RememberedHead extends SeenLedger {
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const keyOf = (communityId: string) => `ledger.${communityId}`;

function isHead(value: unknown): value is RememberedHead {
  if (typeof value !== "object" || value === null) return false;
  const { origin, size, root, verifierKey, note, at } = value as Record<string, unknown>;
  const texts = [origin, root, verifierKey, note].every((one) => typeof one === "string");
  return texts && Number.isSafeInteger(size) && Number.isFinite(at);
}

export const remembered = {
  read(communityId: string): RememberedHead | null {
    try {
      const kept: unknown = JSON.parse(read(keyOf(communityId)) ?? "null");
      return isHead(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  keep(communityId: string, head: SeenLedger, note: string): void {
    const { origin, size, root, verifierKey } = head;
    const kept = { origin, size, root, verifierKey, note, at: Date.now() };
    write(keyOf(communityId), JSON.stringify(kept));
  },
};
