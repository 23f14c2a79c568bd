import type { FastifyReply } from "fastify";
import type { Deps } from "../deps.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { isPasswordOf } from "./password.ts";
import { findAccount } from "./store.ts";
import { countTry, refuseTry, sessionKey, wasRight } from "./tries.ts";

interface Claim {
  readonly accountId: string;
  readonly password: string;
  /** Where the password stands in the body. */
  readonly field: string;
  readonly reply: FastifyReply;
}

/** The account, after its owner gave the password once more. A stolen session may not guess it either. */
export async function proveOwner(deps: Deps, { accountId, password, field, reply }: Claim) {
  const keys = [sessionKey(accountId)];
  if ((await countTry(deps, keys, reply)).length > 0) refuseTry(reply);
  const account = await findAccount(deps.db, accountId);
  if (!account) throw new Refusal("sign-in-required");
  if (!(await isPasswordOf(account.passwordHash, password))) {
    refuseField("password-wrong", field, because("not-your-password"));
  }
  await wasRight(deps, keys);
  return account;
}
