import type {
  changeDisputeSettings as changeContract,
  readDisputeSettings as readContract,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { saveSettings } from "./context-store.ts";
import { settingsOf } from "./times.ts";

export async function readSettings({ db }: Deps, { params }: Call<typeof readContract>) {
  return settingsOf(db, params.communityId);
}

/** Changes how disputes go here; cases under way keep their times. */
export async function changeSettings(
  deps: Deps,
  { standing, body, once }: Call<typeof changeContract>,
) {
  const { communityId, participantId } = standing;
  return deps.transact(async (tx) => {
    const before = await settingsOf(tx.db, communityId);
    if (before.version !== body.version) throw new Refusal("stale-version");
    const row = { ...body, communityId, version: body.version + 1 };
    if (!(await saveSettings(tx.db, row, body.version))) throw new Refusal("stale-version");
    const { version: _version, ...values } = body;
    await tx.act({
      communityId,
      kind: "dispute.settings-changed",
      actor: participantId,
      subject: communityId,
      payload: values,
    });
    return settingsOf(tx.db, communityId);
  }, once);
}
