import { createHash } from "node:crypto";
import { z } from "zod";
import { evidenceChanged } from "#shared/contract/evidence.ts";
import { Id } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";
import { FetchProblem } from "../platform/safe-fetch.ts";
import type { Tx } from "../platform/transact.ts";
import { evidenceView } from "./claim-view.ts";
import { findEvidence, lockEvidence, saveCheck } from "./evidence-store.ts";

export const CheckLink = z.object({ communityId: Id, debateId: Id, evidenceId: Id });

interface Saved {
  readonly communityId: string;
  readonly debateId: string;
  readonly id: string;
}

/** Has the addresses of sources looked up after commit, where the installation does so. */
export async function orderChecks({ env }: Deps, tx: Tx, sources: readonly Saved[]): Promise<void> {
  if (env.LINK_CHECK === "off") return;
  for (const { communityId, debateId, id: evidenceId } of sources) {
    const key = `check-link ${evidenceId}`;
    await tx.job("check-link", { communityId, debateId, evidenceId }, { key });
  }
}

/** Looks up a source's address, and notes what was found. */
export async function checkLink(deps: Deps, ids: z.infer<typeof CheckLink>): Promise<void> {
  const { communityId, debateId } = ids;
  const source = await findEvidence(deps.db, ids);
  if (!source || source.withdrawnAt !== null) return;
  const found = await lookUp(deps, source.url);
  await deps.transact(async (tx) => {
    const now = await lockEvidence(tx.db, ids);
    // Corrected meanwhile: the new address is looked up by a job of its own.
    if (now?.url !== source.url || now.withdrawnAt !== null) return;
    const evidence = evidenceView(await saveCheck(tx.db, ids, found));
    await tx.record(evidenceChanged, { communityId, debateId, evidence, authors: [] });
  });
}

async function lookUp({ fetchPage, clock }: Deps, url: string) {
  const checkedAt = clock();
  try {
    const { status, contentType, body } = await fetchPage(url);
    const checkedTitle = contentType.includes("html") ? titleOf(body.toString("utf8")) : "";
    const checkedHash = createHash("sha256").update(body).digest("hex");
    return { checkedAt, checkedStatus: status, checkedTitle, checkedHash };
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    return { checkedAt, checkedStatus: null, checkedTitle: null, checkedHash: null };
  }
}

/** A page's own title, as far as it is text. */
function titleOf(page: string): string {
  const [, title = ""] = /<title[^>]{0,200}>([^<]{1,500})/i.exec(page) ?? [];
  const plain = title.replaceAll(/\s+/g, " ").replaceAll("\0", "").trim();
  return Array.from(plain).slice(0, 300).join("");
}
