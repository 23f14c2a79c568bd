import { createHash } from "node:crypto";
import type { readBundle as contract } from "#shared/contract/decisions.ts";
import { type BundleElector, bundleFormat, bundleVersion } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { boardPages } from "./ballot-store.ts";
import { mayRecount } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { factsText } from "./facts.ts";
import { type Membership, sealsBetween } from "./groups-store.ts";
import { electorPages } from "./elector-store.ts";
import type { DecisionIds, DecisionRow } from "./store.ts";

const kind = { ending: "json", type: "application/json; charset=utf-8", plainTitle: "decision" };

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
  yield `${JSON.stringify(head).slice(0, -1)},"decision":`;
  yield* factsText(db, decision);
  yield `,${JSON.stringify({ publicKey, checkpoint }).slice(1, -1)},\n"electors":`;
  if (secrecy === "secret") yield "null";
  else
    yield* list(withSeals(db, ids, decision), ({ tokens, weight, ...elector }) => {
      return { ...elector, weight: weight.toString(), tokens: tokens?.toString() ?? null };
    });
  yield `,\n"ballots":`;
  yield* list(boardPages(db, ids), (entry) => entry);
  yield "}\n";
}

/** Electors, each with the own opinion group or the seal on it where a share in every group was asked. */
async function* withSeals(db: Db, ids: DecisionIds, { groupsHash }: DecisionRow) {
  let after: string | undefined;
  for await (const page of electorPages(db, ids)) {
    const limit = page.length;
    const sealed = groupsHash === null ? [] : await sealsBetween(db, ids, { after, limit });
    after = page.at(-1)?.id;
    yield page.map((elector, at) => ({ ...elector, ...openedOf(sealed[at]) }));
  }
}

function openedOf(membership: Membership | undefined): Pick<BundleElector, "opinionGroup"> {
  if (!membership) return {};
  const { group, salt, seal } = membership;
  if (salt !== null) return { opinionGroup: { group, salt } };
  return seal === null ? {} : { opinionGroup: { seal } };
}

/** A list in JSON, a page at a time: one of a million never lies in memory as a whole. */
async function* list<T>(
  pages: AsyncIterable<readonly T[]>,
  view: (one: T) => unknown,
): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of pages) {
    yield before + page.map((one) => JSON.stringify(view(one))).join(",\n");
    before = ",\n";
  }
  yield before === ",\n" ? "\n]" : "[\n]";
}
