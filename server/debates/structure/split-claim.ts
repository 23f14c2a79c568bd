import { placeOf } from "#shared/argument/arrangement.ts";
import type { splitClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { type ClaimRow, hasClaimAt, saveClaims } from "../claim-store.ts";
import { clearMarks } from "../marks/clear-marks.ts";
import { checkEditable, refuseDuplicate } from "../writing.ts";
import { arrange, beginArranging, claimToArrange, type Scene } from "./arrange.ts";

/** Makes several claims of one, at the same places; the first keeps its replies, sources and ratings. */
export async function splitClaim(deps: Deps, call: Call<typeof contract>) {
  return deps.transact((tx) => split(deps, tx, call), call.once);
}

export type Splitting = Pick<Call<typeof contract>, "standing" | "params" | "body">;

/** The same, in a transaction in which more happens. */
export async function split(deps: Deps, tx: Tx, asked: Splitting) {
  const { params, body } = asked;
  const { claimId } = params;
  const [first = "", ...others] = body.texts;
  const scene = await beginArranging(tx, asked);
  const claim = await claimToArrange(tx, asked, { debate: scene.debate, claimId });
  checkEditable(claim, body.version);
  await checkTexts(tx, scene, { claim, texts: body.texts });
  const pieces = others.map((text) => ({ id: deps.random.id(), text }));
  const { communityId, debateId, kind, language, authorId } = claim;
  const alike = { communityId, debateId, kind, language, authorId };
  await saveClaims(
    tx.db,
    pieces.map((piece) => ({ ...alike, ...piece })),
  );
  const places = scene.edges.filter((edge) => edge.claimId === claimId).map(placeOf);
  const does = {
    // Taken back, the pieces are one with the claim again.
    claims: [
      { id: claimId, before: { text: claim.text }, after: { text: first } },
      ...pieces.map(({ id }) => ({
        id,
        before: { mergedInto: claimId },
        after: { mergedInto: null },
      })),
    ],
    edges: pieces.flatMap(({ id }) =>
      places.map((place) => ({
        id: deps.random.id(),
        before: null,
        after: { ...place, claimId: id },
      })),
    ),
  };
  await clearMarks(tx, params, "split");
  return arrange(deps, tx, { asked, change: { kind: "split", claimId, does } });
}

/** No two may say the same, nor what somebody says there already. */
async function checkTexts(
  tx: Tx,
  { edges }: Scene,
  { claim, texts }: { readonly claim: ClaimRow; readonly texts: readonly string[] },
): Promise<void> {
  const said = new Set<string>();
  for (const [at, text] of texts.entries()) {
    const plain = text.toLowerCase();
    if (said.has(plain)) {
      refuseField("duplicate-text", `texts/${at}`, because("texts-alike"));
    }
    said.add(plain);
  }
  const { communityId, id } = claim;
  const targetIds = edges.filter(({ claimId }) => claimId === id).map(({ targetId }) => targetId);
  for (const text of texts) {
    refuseDuplicate(await hasClaimAt(tx.db, { communityId, targetIds }, { text, except: id }));
  }
}
