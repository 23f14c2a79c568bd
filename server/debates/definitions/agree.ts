import {
  type agreeToDefinition as agreeContract,
  definitionChanged,
  type takeBackAgreement as takeBackContract,
} from "#shared/contract/definitions.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { mayDefine } from "../policy.ts";
import { checkEditable, debateToWriteIn } from "../writing.ts";
import { dropAgreement, lockDefinition, saveAgreement } from "./definition-store.ts";
import { viewDefinition } from "./list-definitions.ts";

/** Agrees with a definition as it is worded now. */
export async function agree(deps: Deps, call: Call<typeof agreeContract>) {
  const { version } = call.body;
  return change(deps, call, version);
}

/** Agrees with it no longer. */
export async function takeBack(deps: Deps, call: Call<typeof takeBackContract>) {
  return change(deps, call, null);
}

async function change(
  deps: Deps,
  call: Call<typeof agreeContract> | Call<typeof takeBackContract>,
  version: number | null,
) {
  const { standing, params, once } = call;
  const { communityId, debateId, definitionId } = params;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayDefine);
    const before = await lockDefinition(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkEditable(before, version ?? before.version);
    const { participantId } = standing;
    const agreement = { communityId, definitionId, participantId };
    if (version === null) await dropAgreement(tx.db, agreement);
    else await saveAgreement(tx.db, { ...agreement, version });
    const definition = await viewDefinition(tx.db, params);
    await tx.record(definitionChanged, { communityId, debateId, definition });
    return definition;
  }, once);
}
