import type {
  commitNonce as commitContract,
  tellNonce as tellContract,
} from "#shared/contract/disputes.ts";
import { nonceCommitment } from "#shared/lottery/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { partyOf } from "./policy.ts";
import { levelOf, noncesAt, saveNonce, saveToldNonce } from "./store.ts";
import { partOf } from "./subjects.ts";
import { sidesOf, tell } from "./tell.ts";

/** Commits to a nonce before the pool is fixed. */
export async function commitNonce(deps: Deps, call: Call<typeof commitContract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute } = scene;
    const parts = await partOf(tx.db, dispute);
    const party = partyOf(standing, dispute, {
      parts,
      nonces: await noncesAt(tx.db, levelOf(dispute)),
    });
    if (party === null) throw new Refusal("not-in-case", because("moderators-draw"));
    if (dispute.stage !== "statements") return refuseNow(true, dispute);
    const { participantId } = standing;
    await saveNonce(tx.db, { ...levelOf(dispute), ...body, party, participantId });
    await tell(tx, dispute);
  });
}

/** Tells the nonce; it must be the one committed to. */
export async function tellNonce(deps: Deps, call: Call<typeof tellContract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute } = scene;
    const own = (await noncesAt(tx.db, levelOf(dispute))).find(
      ({ participantId }) => participantId === standing.participantId,
    );
    if (dispute.stage !== "drawing") {
      return refuseNow(
        own !== undefined || sidesOf(dispute).includes(standing.participantId),
        dispute,
      );
    }
    if (!own) throw new Refusal("not-in-case", because("nothing-committed"));
    if (own.nonce !== null) throw new Refusal("stage-forbids", because("told-already"));
    const ids = levelOf(dispute);
    const told = { party: own.party, nonce: body.nonce };
    if (nonceCommitment(ids, told) !== own.commitment) {
      refuseField("not-committed", "nonce", because("other-commitment"));
    }
    await saveToldNonce(tx.db, ids, told);
    await tell(tx, dispute);
  });
}
