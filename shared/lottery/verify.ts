import { isSignedRound } from "./beacon.ts";
import { DrawDocument } from "./document.ts";
import { draw, type Drawn, replace } from "./draw.ts";
import { seatsFor } from "./jury.ts";
import { nonceCommitment } from "./nonce.ts";
import { hashPool, inCanonicalOrder, pseudonymOf } from "./pool.ts";
import { type DrawWarning, randomnessText, seedOf, warningsOf } from "./randomness.ts";

/** What can be wrong with a draw. */
export const drawFaultCodes = [
  "no-draw",
  "other-pool",
  "pool-unordered",
  "member-twice",
  "pool-hash-differs",
  "seats-wrong",
  "party-twice",
  "nonce-not-committed",
  "round-not-signed",
  "seed-differs",
  "seated-differ",
  "reserve-differs",
  "not-seated",
  "successor-differs",
  "drawn-too-early",
  "pseudonym-of-another",
] as const;
export type DrawFaultCode = (typeof drawFaultCodes)[number];

export interface DrawFault {
  readonly code: DrawFaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface VerifiedDraw {
  readonly isRight: boolean;
  readonly faults: readonly DrawFault[];
  readonly warnings: readonly DrawWarning[];
  /** The document, where it is one. */
  readonly document: DrawDocument | null;
  /** Those who sit by the draw, replacements included; empty while it is not drawn. */
  readonly bench: readonly string[];
}

const fault = (code: DrawFaultCode, values: DrawFault["values"] = {}): DrawFault => ({
  code,
  values,
});

interface Known {
  /** The pool's hash as the reader knows it, from the public record. */
  readonly poolHash?: string | undefined;
}

/** Draws again, and says all that is wrong with a draw as it was published. */
export function verifyDraw(given: unknown, known: Known = {}): VerifiedDraw {
  const parsed = DrawDocument.safeParse(given);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join("/") ?? "";
    return {
      isRight: false,
      faults: [fault("no-draw", { at })],
      warnings: [],
      document: null,
      bench: [],
    };
  }
  const document = parsed.data;
  const { faults, bench } = drawnAgain(document);
  const all = [...poolFaults(document, known), ...randomnessFaults(document), ...faults];
  all.push(...openedFaults(document));
  const warnings = document.seed === null ? [] : warningsOf(document.randomness);
  return { isRight: all.length === 0, faults: all, warnings, document, bench };
}

function* poolFaults(document: DrawDocument, { poolHash: knownHash }: Known): Generator<DrawFault> {
  const { pool, poolHash, wanted, seats } = document;
  if (knownHash !== undefined && knownHash !== poolHash) {
    yield fault("other-pool", { expected: knownHash, found: poolHash });
  }
  const names = pool.map(({ pseudonym }) => pseudonym);
  const ordered = inCanonicalOrder(pool).map(({ pseudonym }) => pseudonym);
  if (names.some((name, at) => name !== ordered[at])) yield fault("pool-unordered");
  const twice = ordered.find((name, at) => name === ordered[at - 1]);
  if (twice !== undefined) yield fault("member-twice", { pseudonym: twice });
  const found = hashPool(pool);
  if (found !== poolHash) yield fault("pool-hash-differs", { expected: poolHash, found });
  const filled = seatsFor(wanted, pool.length);
  if (filled !== seats) yield fault("seats-wrong", { expected: filled ?? 0, found: seats });
}

function* randomnessFaults(document: DrawDocument): Generator<DrawFault> {
  const { randomness } = document;
  if (randomness.kind === "beacon") {
    const { beacon, round, signature } = randomness;
    if (signature !== null && !isSignedRound(beacon, round, signature)) {
      yield fault("round-not-signed", { round });
    }
    return;
  }
  const { nonces } = randomness;
  const named = nonces.map(({ party }) => party);
  const twice = named.find((party, at) => named.indexOf(party) !== at);
  if (twice !== undefined) yield fault("party-twice", { party: twice });
  for (const { party, nonce, commitment } of nonces) {
    if (nonce !== null && nonceCommitment(document, { party, nonce }) !== commitment) {
      yield fault("nonce-not-committed", { party });
    }
  }
}

function drawnAgain(document: DrawDocument): { faults: DrawFault[]; bench: readonly string[] } {
  const { pool, seats, seed, seated, reserve, replacements } = document;
  if (seed === null) {
    const isDrawn = seated.length + reserve.length + replacements.length > 0;
    return { faults: isDrawn ? [fault("drawn-too-early")] : [], bench: [] };
  }
  const randomness = randomnessText(document.randomness);
  const found = randomness === null ? "" : seedOf(document.poolHash, document, randomness);
  const faults = found === seed ? [] : [fault("seed-differs", { expected: found, found: seed })];
  if (seats > pool.length) return { faults, bench: [] };
  const again = draw(pool, seats, seed);
  if (!isSame(again.seated, seated)) faults.push(fault("seated-differ"));
  if (!isSame(again.reserve, reserve)) faults.push(fault("reserve-differs"));
  const after = replacedAgain(document, again);
  return { faults: [...faults, ...after.faults], bench: after.bench };
}

function replacedAgain({ pool, replacements }: DrawDocument, drawn: Drawn) {
  const faults: DrawFault[] = [];
  let now = drawn;
  for (const { out, successor } of replacements) {
    if (!now.seated.includes(out)) faults.push(fault("not-seated", { pseudonym: out }));
    const next = replace(pool, now, out);
    if (next.successor !== successor) {
      faults.push(
        fault("successor-differs", { expected: next.successor ?? "-", found: successor ?? "-" }),
      );
    }
    now = next;
  }
  return { faults, bench: now.seated };
}

function openedFaults(document: DrawDocument): DrawFault[] {
  const names = new Set(document.pool.map(({ pseudonym }) => pseudonym));
  return document.opened
    .filter(
      ({ pseudonym, memberId, salt }) =>
        !names.has(pseudonym) || pseudonymOf({ ...document, memberId, salt }) !== pseudonym,
    )
    .map(({ pseudonym }) => fault("pseudonym-of-another", { pseudonym }));
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);
