import type { renewRecoveryCodes as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { proveOwner } from "./prove-owner.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import { replaceRecoveryCodes } from "./recovery-store.ts";
import { hasSecondStep } from "./second-step.ts";

/** Gives ten new recovery codes; the old ones end. */
export async function renewRecoveryCodes(deps: Deps, call: Call<typeof contract>) {
  const { password, proof } = call.body;
  const { accountId } = call.actor;
  await proveOwner(deps, { accountId, password, field: "password", proof, reply: call.reply });
  if (!(await hasSecondStep(deps.db, accountId))) throw new Refusal("not-found");
  const { codes, hashes } = await newRecoveryCodes(deps.random);
  await deps.transact((tx) => replaceRecoveryCodes(tx.db, accountId, hashes));
  return { recoveryCodes: codes };
}
