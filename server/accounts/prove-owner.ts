import type { FastifyReply } from "fastify";
import type { Proof } from "#shared/contract/account.ts";
import type { Deps } from "../deps.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { isPasswordOf } from "./password.ts";
import { checkProof, hasSecondStep, refuseProof } from "./second-step.ts";
import { findAccount } from "./store.ts";
import { countTry, refuseTry, sessionKey, stepKey, wasRight } from "./tries.ts";

interface Claim {
  readonly accountId: string;
  readonly password: string;
  /** Where the password stands in the body. */
  readonly field: string;
  /** Where given, the second factor is asked for as well, if the account has one. */
  readonly proof?: Proof;
  readonly reply: FastifyReply;
}

/** The account, after its owner gave the password once more. A stolen session may not guess it either. */
export async function proveOwner(deps: Deps, claim: Claim) {
  const { accountId, password, field, proof, reply } = claim;
  const keys = [sessionKey(accountId)];
  if ((await countTry(deps, keys, reply)).length > 0) refuseTry(reply);
  const account = await findAccount(deps.db, accountId);
  if (!account) throw new Refusal("sign-in-required");
  if (!(await isPasswordOf(account.passwordHash, password))) {
    refuseField("password-wrong", field, because("not-your-password"));
  }
  await wasRight(deps, keys);
  if (proof && (await hasSecondStep(deps.db, accountId))) {
    const counted = { accountId, proof, keys: [stepKey(accountId, "session")], reply };
    if (!(await checkProof(deps, counted))) refuseProof();
  }
  return account;
}
