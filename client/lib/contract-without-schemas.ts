import type { z as Zod } from "zod";
import type * as Reasons from "#shared/contract/reasons.ts";
import type * as Names from "#shared/names/rule.ts";

/**
 * What the contracts get instead of zod in the browser (see `vite.config.ts`). There they are addresses, names and types:
 * the server checks what comes in and what goes out, and the schemas would be a quarter of a page's script.
 * Every call returns the same empty thing; what would need a real schema says so at once.
 */
const impossible = new Set(["parse", "safeParse", "parseAsync", "safeParseAsync", "options"]);

const empty: unknown = new Proxy(() => empty, {
  get(_target, name) {
    if (typeof name === "symbol") return undefined;
    if (!impossible.has(name)) return empty;
    throw new Error(`contracts have no schemas in the browser: .${name}`);
  },
});

export const z = empty as typeof Zod;

/** Only servers say in English why they refuse. */
export const reasons = empty as typeof Reasons.reasons;
export const brokenRule = empty as typeof Reasons.brokenRule;
/** Only servers say whether a name can be one. */
export const nameFault = empty as typeof Names.nameFault;

/** The schemas that contracts take from the kernels: with the true ones would come every way of counting, and of drawing. */
export {
  z as Reason,
  z as Ballot,
  z as MethodId,
  z as OutcomeView,
  z as Quorum,
  z as Settings,
  z as TallyView,
  z as Threshold,
  z as Amount,
  z as Weighting,
  z as Receipt,
  z as Choice,
  z as DrawDocument,
  z as DrawWarning,
  z as Obstacle,
  z as Party,
  z as PanelTranscript,
};
