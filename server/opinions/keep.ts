import type { Kept } from "./analyse-debate.ts";

/** Responses of so many are kept, two bytes and the minute of each. */
const most = 20_000_000;

/** What is kept of debates between analyses: those analysed last, as many as there is room for. */
export function createKeep() {
  const all = new Map<string, { readonly kept: Kept; readonly size: number }>();

  return {
    of: (debateId: string): Kept | undefined => all.get(debateId)?.kept,
    set(debateId: string, kept: Kept): void {
      let size = 0;
      for (const { codes } of kept.read.people.values()) size += codes.length;
      all.delete(debateId);
      all.set(debateId, { kept, size });
      let sum = [...all.values()].reduce((total, one) => total + one.size, 0);
      for (const [oldest, one] of all) {
        if (sum <= most) break;
        all.delete(oldest);
        sum -= one.size;
      }
    },
  };
}
