import type { openVisitPuzzle as contract } from "#shared/contract/visitors.ts";
import { isSolved } from "#shared/spam/proof-of-work.ts";
import { openToVisitors } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { hasEnded } from "../platform/visit-store.ts";
import { saveSolved } from "./store.ts";

/*
 * Puzzles for the browsers of visitors. A puzzle is kept nowhere: it says for which debate it is, how hard, and how long it
 * is taken, and is signed. That it was solved is kept until then.
 */

const purpose = "visit puzzle";
const lastsMs = 10 * 60_000;

interface Asked {
  readonly debateId: string;
  readonly bits: number;
}

/** The visit of a browser that counts; undefined where it shows none, or one that is over. */
export async function visitGoingOn({ db }: Pick<Deps, "db">, actor: Actor) {
  const visit = actor.kind === "visitor" ? actor.visit : undefined;
  if (visit?.state !== "begun" || (await hasEnded(db, visit.id))) return undefined;
  return visit;
}

/** What this browser has to compute before it responds in a debate. */
export async function openVisitPuzzle(deps: Deps, call: Call<typeof contract>) {
  const { actor, standing, params } = call;
  const debate = await openToVisitors(deps, standing, params);
  const visit = await visitGoingOn(deps, actor);
  const isGiven = (visit?.proofBits ?? 0) >= debate.visitorProofBits;
  const bits = isGiven ? 0 : debate.visitorProofBits;
  const expiresAt = deps.clock().getTime() + lastsMs;
  const text = [params.debateId, bits, expiresAt, deps.random.token()].join(" ");
  const challenge = deps.stamps.stamp(purpose, text);
  return { challenge, bits, expiresAt: new Date(expiresAt).toISOString() };
}

/** Takes the answer to a puzzle of a debate, once; refused where it is none. */
export async function takeAnswer(
  { stamps, clock, db }: Deps,
  { debateId, bits }: Asked,
  given: { readonly challenge: string; readonly answer: number } | undefined,
): Promise<void> {
  if (!given) throw new Refusal("proof-needed", because("proof-missing"));
  const { challenge, answer } = given;
  const [of, asked, until] = stamps.read(purpose, challenge)?.split(" ") ?? [];
  const expiresAt = new Date(Number(until));
  const isRight =
    of === debateId &&
    Number(asked) >= bits &&
    expiresAt > clock() &&
    isSolved({ challenge, bits: Number(asked) }, answer);
  if (!isRight || !(await saveSolved(db, { challenge, expiresAt }))) {
    throw new Refusal("proof-needed", because("proof-wrong"));
  }
}
