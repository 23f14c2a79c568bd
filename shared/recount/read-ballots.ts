import { Ballot, validateBallot } from "../voting/index.ts";
import type { BallotFault } from "../voting/method.ts";
import { leafOf } from "./board.ts";
import type { BundleEntry, Signed } from "./bundle.ts";
import { fault, type RecountFault } from "./checks.ts";

export interface ValidBallot {
  readonly voter: string | undefined;
  readonly ballot: Ballot;
}

export interface ReadBallots {
  /** those that can be counted */
  readonly valid: readonly ValidBallot[];
  /** of all of them, in their order; empty where one is none that could be counted */
  readonly leaves: readonly Uint8Array[];
  readonly isOrdered: boolean;
  readonly faults: readonly RecountFault[];
}

const progressEach = 1_000;
/** Stands for what no list holds. */
const noLeaf = new Uint8Array();

/** Looks at each ballot by itself: whether it is one, follows the method's rules, and comes once. */
export function readBallots(
  { decision }: Pick<Signed, "decision">,
  entries: readonly BundleEntry[],
  onProgress: ((done: number, total: number) => void) | undefined,
): ReadBallots {
  const rule = { options: decision.options.map(({ id }) => id), settings: decision.settings };
  const isNamed = decision.secrecy !== "secret";
  // Where votes are secret, reasons are published apart from ballots.
  const isPublishedSo = ({ code }: BallotFault) => !isNamed && code === "reason-missing";
  const valid: ValidBallot[] = [];
  const leaves: Uint8Array[] = [];
  const faults = [...faultsOfList(entries)];
  for (const [at, entry] of entries.entries()) {
    if (at % progressEach === 0) onProgress?.(at, entries.length);
    const { ballotId, voter } = entry;
    const ballot = Ballot.safeParse(entry.ballot).data;
    const isValid = ballot !== undefined && validateBallot(ballot, rule).every(isPublishedSo);
    leaves.push(isValid ? leafOf(entry) : noLeaf);
    if (isValid) valid.push({ voter, ballot });
    else faults.push(fault("ballot-invalid", { ballotId }));
    if (isNamed === (voter !== undefined)) continue;
    faults.push(fault(isNamed ? "ballot-nameless" : "ballot-named", { ballotId }));
  }
  onProgress?.(entries.length, entries.length);
  const isOrdered = entries.every(
    ({ ballotId }, at) => at === 0 || (entries[at - 1]?.ballotId ?? "") < ballotId,
  );
  return { valid, leaves, isOrdered, faults };
}

function* faultsOfList(entries: readonly BundleEntry[]): Generator<RecountFault> {
  const seen = new Set<string>();
  for (const { ballotId } of entries) {
    if (seen.has(ballotId)) yield fault("ballot-twice", { ballotId });
    seen.add(ballotId);
  }
}
