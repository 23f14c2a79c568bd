import { createHash } from "node:crypto";
import type { readBundle as contract } from "#shared/contract/decisions.ts";
import { bundleFormat, bundleVersion } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { boardEntries } from "./ballot-store.ts";
import { mayRecount } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { decisionFacts } from "./sealing.ts";
import { type DecisionIds, type DecisionRow, electorsOf } from "./store.ts";

const kind = { ending: "json", type: "application/json; charset=utf-8", plainTitle: "decision" };
const atOnce = 2_000;

/** All that a stranger needs to count a decision again. It hardly ever changes, so nobody need load it twice. */
export async function readBundle(
  deps: Deps,
  { standing, params, request, reply }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  const { checkpoint } = decision;
  if (checkpoint === null || !mayRecount(decision)) {
    const isCounted = decision.result !== null;
    throw new Refusal("not-allowed", because(isCounted ? "count-unsigned" : "votes-hidden"));
  }
  const etag = `"${createHash("sha256").update(checkpoint).digest("base64url").slice(0, 27)}"`;
  const lasting = { etag, "cache-control": "private, no-cache" };
  if (request.headers["if-none-match"] === etag) {
    void reply.code(304).headers(lasting).send();
    return undefined;
  }
  return new Download(
    decision.title,
    { ...kind, headers: lasting },
    bundleText(deps.db, params, decision),
  );
}

async function* bundleText(
  db: Db,
  ids: DecisionIds,
  decision: DecisionRow,
): AsyncGenerator<string> {
  const { checkpoint, signedBy: publicKey, secrecy } = decision;
  const head = { format: bundleFormat, version: bundleVersion };
  const facts = await decisionFacts(db, decision);
  yield `${JSON.stringify({ ...head, decision: facts, publicKey, checkpoint }).slice(0, -1)},\n"electors":`;
  yield secrecy === "secret" ? "null" : list(await electorsIn(db, ids));
  yield `,\n"ballots":[\n`;
  yield* ballotsIn(db, ids);
  yield "\n]}\n";
}

const list = (all: readonly unknown[]) =>
  `[\n${all.map((one) => JSON.stringify(one)).join(",\n")}\n]`;

async function electorsIn(db: Db, ids: DecisionIds) {
  const electors = await electorsOf(db, ids);
  return electors.map(({ id, role, tokens, weight }) => {
    return { id, weight: weight.toString(), role, tokens: tokens?.toString() ?? null };
  });
}

async function* ballotsIn(db: Db, ids: DecisionIds): AsyncGenerator<string> {
  let after: string | undefined;
  for (;;) {
    const page = await boardEntries(db, ids, { after, limit: atOnce });
    if (page.length === 0) return;
    const text = page.map((entry) => JSON.stringify(entry)).join(",\n");
    yield after === undefined ? text : `,\n${text}`;
    after = page.at(-1)?.ballotId;
    if (page.length < atOnce) return;
  }
}
