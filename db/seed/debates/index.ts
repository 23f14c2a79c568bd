import type { DebateDraft } from "../drafts.ts";
import { accountability } from "./accountability.ts";
import { bias } from "./bias.ts";
import { disputes } from "./disputes.ts";
import { homeNodes, licence, publicPosts, smallLanguages } from "./smaller.ts";
import { stake } from "./stake.ts";

/** The demo's own debates; the one on home machines comes last, as the freshest. */
export const debateDrafts: readonly DebateDraft[] = [
  bias,
  disputes,
  accountability,
  stake,
  publicPosts,
  smallLanguages,
  licence,
  homeNodes,
];
