import type { readBallotProofs as contract } from "#shared/contract/recount.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { mostProven, proofFormat, proofVersion } from "#shared/recount/proof.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, Refusal } from "../platform/problem.ts";
import { placesOf } from "./ballot-store.ts";
import type { ListTrees } from "./list-tree.ts";
import { mayRecount } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import type { DecisionRow } from "./store.ts";
import { factsText } from "./facts.ts";

const kind = { ending: "json", type: "application/json; charset=utf-8", plainTitle: "ballots" };

/** Ballots whose ids begin alike, each with the proof that it is on the list that was signed. */
export async function readBallotProofs(
  { db }: Deps,
  trees: ListTrees,
  { standing, params, query: { begins } }: Call<typeof contract>,
) {
  const decision = await readableDecision({ db }, standing, params.decisionId);
  const { checkpoint, signedBy: publicKey } = decision;
  if (checkpoint === null || !mayRecount(decision)) {
    const isCounted = decision.result !== null;
    throw new Refusal("not-allowed", because(isCounted ? "count-unsigned" : "votes-hidden"));
  }
  const { from, count } = await placesOf(db, params, begins);
  if (count === 0) throw new Refusal("not-found");
  if (count > mostProven) {
    const why = because("too-many-alike", { most: mostProven });
    refuseFaults("invalid-request", [{ pointer: "#/query/begins", ...why }]);
  }
  const proven = await trees.prove({ ...params, checkpoint }, from, count);
  const ballots = proven.map(({ path, ...one }) => ({ ...one, path: path.map(toBase64) }));
  const rest = { format: proofFormat, version: proofVersion, publicKey, checkpoint, ballots };
  return new Download(decision.title, kind, proofText(db, decision, rest));
}

async function* proofText(db: Db, decision: DecisionRow, rest: object): AsyncGenerator<string> {
  yield '{"decision":';
  yield* factsText(db, decision);
  yield `,${JSON.stringify(rest).slice(1)}\n`;
}
