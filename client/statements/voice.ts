import type { DebateView } from "#shared/contract/debates.ts";

/** As what the reader responds: a member, or somebody without an account where the debate allows it. */
export type Voice = "member" | "visitor";

/** Null where the reader can't respond. */
export function voiceIn({ can }: Pick<DebateView, "can">): Voice | null {
  if (can.respond) return "member";
  return can.respondAsVisitor ? "visitor" : null;
}
