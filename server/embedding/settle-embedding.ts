import { embeddingSettled, type settleEmbedding as contract } from "#shared/contract/embedding.ts";
import { isPublished, readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { sitesOf, saveSites } from "./store.ts";

/** Lets other sites show a debate, or no longer. What a private community says is shown nowhere else. */
export async function settleEmbedding(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const debate = await readableDebate(deps, standing, params);
  const { communityId, debateId } = params;
  const { sites } = body;
  if (standing.isPrivate && sites.length > 0) {
    throw new Refusal("not-allowed", because("embedding-needs-public"));
  }
  return deps.transact(async (tx) => {
    const before = (await sitesOf(tx.db, params)).join(" ");
    if (before === sites.join(" ")) return { sites };
    await saveSites(tx.db, params, sites);
    await tx.record(embeddingSettled, { communityId, debateId });
    if (isPublished(debate)) {
      await tx.act({
        communityId,
        kind: "debate.embedding-settled",
        actor: standing.participantId,
        subject: debateId,
        payload: { count: sites.length },
        words: { sites: sites.join(" ") },
      });
    }
    return { sites };
  }, once);
}
