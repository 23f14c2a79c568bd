export { useDebate } from "./debate-context.ts";
export { useDraft, useKeptVersion, waysOut } from "./drafts.ts";
export type { Order } from "./outline/order.ts";
export { useOutline } from "./outline/outline-context.ts";
export type { ClaimNode, OutlineNode } from "./outline/tree.ts";
export { SaidBefore } from "./similar/said-before.tsx";
export { hasModifier, letterKeys, typingIn } from "./outline/letter-keys.ts";
export { type DebateIds, outlineQuery } from "./queries.ts";
export { startTour } from "./tour/tour.ts";
