import type { DebateDraft } from "../drafts.ts";
import { accountability } from "./accountability.ts";
import { bias } from "./bias.ts";
import { disputes } from "./disputes.ts";
import { funding } from "./funding.ts";
import { performance } from "./performance.ts";
import { privacy } from "./privacy.ts";
import { homeNodes, licence, publicPosts, smallLanguages } from "./smaller.ts";
import { stake } from "./stake.ts";
import { transparency } from "./transparency.ts";

/** The demo's own debates; the one on home machines comes last, as the freshest. */
export const debateDrafts: readonly DebateDraft[] = [
  bias,
  disputes,
  accountability,
  stake,
  funding,
  privacy,
  performance,
  transparency,
  publicPosts,
  smallLanguages,
  licence,
  homeNodes,
];
