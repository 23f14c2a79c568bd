import type * as contract from "#shared/contract/treasury.ts";
import { treasuryLimits } from "#shared/contract/treasury.ts";
import { spentByLine } from "#shared/treasury/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type LineRow, linesOf, lockLine, saveLine, updateLine } from "./line-store.ts";
import { lockTreasury, movesOf } from "./store.ts";
import { tell } from "./tell.ts";
import { lineView } from "./view.ts";

/** Plans what is to be spent on something. */
export async function planLine(
  { transact, random }: Deps,
  { standing, body, once }: Call<typeof contract.planBudgetLine>,
) {
  const { communityId, participantId } = standing;
  return transact(async (tx) => {
    await lockTreasury(tx.db, communityId);
    const lines = await linesOf(tx.db, { communityId, currency: body.currency });
    const { lines: most } = treasuryLimits;
    if (lines.length >= most) {
      throw new Refusal("not-allowed", because("most-budget-lines", { most }));
    }
    checkTitle(lines, body);
    const line = { ...body, communityId, id: random.id() };
    await saveLine(tx.db, line);
    await enter(tx, { ...line, version: 1 }, participantId);
    return lineView({ ...line, version: 1 }, 0);
  }, once);
}

/** Changes what is planned. */
export async function changeLine(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof contract.changeBudgetLine>,
) {
  const { communityId, participantId } = standing;
  const { version, ...plan } = body;
  return transact(async (tx) => {
    await lockTreasury(tx.db, communityId);
    const line = await lockLine(tx.db, params);
    if (!line) throw new Refusal("not-found");
    if (line.version !== version) throw new Refusal("stale-version");
    const { currency, id } = line;
    const lines = await linesOf(tx.db, { communityId, currency });
    checkTitle(
      lines.filter((one) => one.id !== id),
      plan,
    );
    await updateLine(tx.db, line, plan);
    const changed = { ...line, ...plan, version: version + 1 };
    await enter(tx, changed, participantId);
    const moves = await movesOf(tx.db, { communityId, currency, givenSince: null });
    const spent = spentByLine(moves).get(id) ?? 0n;
    return lineView(changed, Number(spent));
  }, once);
}

/** A table names lines by their titles, in letters large or small. */
function checkTitle(others: readonly LineRow[], { title }: Pick<LineRow, "title">): void {
  const isTaken = others.some((line) => line.title.toLowerCase() === title.toLowerCase());
  if (isTaken) refuseField("invalid-request", "title", because("treasury-line-twice"));
}

type Planned = Pick<LineRow, "communityId" | "id" | "title" | "currency" | "planned" | "version">;

async function enter(tx: Tx, line: Planned, actor: string): Promise<void> {
  const { communityId, id: subject, title, currency, planned, version } = line;
  await tx.act({
    communityId,
    kind: "treasury.planned",
    actor,
    subject,
    payload: { planned, currency, version },
    words: { title },
  });
  await tell(tx, communityId);
}
