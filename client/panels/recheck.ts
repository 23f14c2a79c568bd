import type { Panel } from "#shared/contract/panels.ts";
import { lotterySize, spreadOf } from "#shared/sortition/index.ts";
import {
  type PanelFault,
  type PanelTranscript,
  type VerifiedPanel,
  verifyPanel,
  volunteerPseudonym,
} from "#shared/sortition/transcript.ts";

/** What is drawn again, and what it is compared with. */
export interface RecheckTask {
  readonly document: unknown;
  /** The hashes as the public ledger has them from before the draw; undefined where its entries could not be read. */
  readonly entered: { readonly listHash: unknown; readonly lotteryHash: unknown } | undefined;
  /** How the page says that the chances are spread. */
  readonly spread: Panel["spread"];
  /** What the reader alone was told of themselves; null for who did not volunteer. */
  readonly own: { readonly memberId: string; readonly told: NonNullable<Panel["mine"]> } | null;
}

/** What is looked at, in the order in which a panel comes about. */
export const drawChecks = [
  "document",
  "list",
  "lottery",
  "ledger",
  "chances",
  "randomness",
  "seed",
  "number",
  "replacements",
  "own",
] as const;
export type DrawCheckId = (typeof drawChecks)[number];

export interface DrawCheck {
  readonly id: DrawCheckId;
  readonly state: "ok" | "failed" | "skipped";
  readonly faults: readonly PanelFault[];
}

/** Which check finds which fault. */
const foundBy: Readonly<Record<string, DrawCheckId>> = {
  "no-transcript": "document",
  "list-unordered": "list",
  "list-hash-differs": "list",
  "lottery-hash-differs": "lottery",
  "panels-missing": "lottery",
  "panel-of-another-size": "lottery",
  "other-list": "ledger",
  "other-lottery": "ledger",
  "chances-differ": "chances",
  "nonce-not-committed": "randomness",
  "round-not-signed": "randomness",
  "drawn-too-early": "seed",
  "seed-differs": "seed",
  "number-differs": "number",
  "not-seated": "replacements",
  "successor-differs": "replacements",
  "not-as-said": "own",
  "not-on-list": "own",
  "own-chance-differs": "own",
};

function chancesFaults({ list, panels }: PanelTranscript, told: RecheckTask["spread"]) {
  if (!told || panels.length === 0) return [];
  const names = panels.map((places) => places.map(String));
  const found = spreadOf([...list.keys()].map(String), names);
  const wrong = (["minimum", "mean", "maximum", "gini"] as const).filter(
    (which) => Math.abs(found[which] - told[which]) > 1e-9,
  );
  return wrong.map((which): PanelFault => {
    return {
      code: "chances-differ",
      values: { which, expected: found[which], found: told[which] },
    };
  });
}

function* ownFaults(
  { panelId, list, panels }: PanelTranscript,
  own: RecheckTask["own"],
): Generator<PanelFault> {
  if (!own) return;
  const { pseudonym, salt, answers, household, chance } = own.told;
  if (pseudonym === null || salt === null) return;
  const entry = { panelId, memberId: own.memberId, answers, household, salt };
  if (volunteerPseudonym(entry) !== pseudonym) yield { code: "not-as-said", values: {} };
  const place = list.indexOf(pseudonym);
  if (place < 0) yield { code: "not-on-list", values: {} };
  if (chance === null) return;
  const found = panels.filter((places) => places.includes(place)).length / lotterySize;
  if (found !== chance) {
    yield { code: "own-chance-differs", values: { expected: found, found: chance } };
  }
}

function* enteredFaults(
  document: PanelTranscript,
  entered: RecheckTask["entered"],
): Generator<PanelFault> {
  if (entered && entered.listHash !== document.listHash) yield { code: "other-list", values: {} };
}

function isSkipped(id: DrawCheckId, task: RecheckTask, document: PanelTranscript | null): boolean {
  if (id === "document") return false;
  if (document === null) return true;
  if (id === "list") return document.listHash === null;
  if (id === "lottery") return document.lotteryHash === null;
  if (id === "ledger") return task.entered === undefined;
  if (id === "chances") return task.spread === null;
  if (id === "own") return task.own?.told.pseudonym == null;
  if (id === "replacements") return document.replacements.length === 0;
  return document.seed === null;
}

export interface Rechecked extends VerifiedPanel {
  readonly checks: readonly DrawCheck[];
}

/** Draws a panel again from its transcript, and says of each step what was found. */
export function recheck(task: RecheckTask): Rechecked {
  const lotteryHash = task.entered?.lotteryHash;
  const known = typeof lotteryHash === "string" ? lotteryHash : undefined;
  const found = verifyPanel(task.document, known);
  const { document } = found;
  const more = document
    ? [
        ...enteredFaults(document, task.entered),
        ...chancesFaults(document, task.spread),
        ...ownFaults(document, task.own),
      ]
    : [];
  const faults = [...found.faults, ...more];
  const checks = drawChecks.map((id): DrawCheck => {
    const own = faults.filter(({ code }) => (foundBy[code] ?? "document") === id);
    const rest = isSkipped(id, task, document) ? "skipped" : "ok";
    return { id, state: own.length > 0 ? "failed" : rest, faults: own };
  });
  return { ...found, faults, isRight: faults.length === 0, checks };
}
