import type { signUp as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Once } from "../platform/key-store.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import { beginSession } from "./begin-session.ts";
import { hashBeside, isPasswordOf, refuseGuessable } from "./password.ts";
import { hasSecondStep } from "./second-step.ts";
import { refuseHasty } from "./sign-up-form.ts";
import { findAccount, findHashes, hasOperator, saveAccount } from "./store.ts";
import { viewAccount } from "./view.ts";

/**
 * Opens an account and signs in to it. Nothing here asks whether the address is known: that is left
 * to the mail that follows, so that the answer and its time can't tell.
 */
export async function signUp(deps: Deps, call: Call<typeof contract>) {
  const { email, password, name, language } = call.body;
  refuseHasty(deps, call.body);
  refuseGuessable("password", password, [name, email]);
  const { owners, others } = await findHashes(deps.db, email);
  const passwordHash = await hashBeside(others ?? owners, password);
  let isRepeat = true;
  const { accountId } = await deps.transact(async (tx) => {
    const isOperator = deps.env.OPERATOR_EMAIL === undefined && !(await hasOperator(tx.db));
    const account = { id: deps.random.id(), email, passwordHash, name, language, isOperator };
    await saveAccount(tx.db, account);
    await tx.job("greet-newcomer", { accountId: account.id });
    isRepeat = false;
    return { accountId: account.id };
  }, onceOfVisitor(call));

  const account = await findAccount(deps.db, accountId);
  const isSame = account && (!isRepeat || (await isPasswordOf(account.passwordHash, password)));
  // Signing up again is no way round the second step.
  if (!isSame || (await hasSecondStep(deps.db, accountId)))
    throw new Refusal("idempotency-key-reused");
  await beginSession(deps, call, accountId);
  return { account: viewAccount(account) };
}

/** Keys of visitors are kept together; nobody else can guess another's. */
const visitors = "00000000-0000-4000-8000-000000000000";

/** A repeated sign-up is the same account again. The password must not be kept in a plain hash. */
function onceOfVisitor({ request, body }: Call<typeof contract>): Once | undefined {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key.length < 8 || key.length > 128) return undefined;
  return {
    accountId: visitors,
    key: hashSecret(key),
    operation: "signUp",
    requestHash: hashSecret(JSON.stringify([body.email, body.name, body.language])),
  };
}
