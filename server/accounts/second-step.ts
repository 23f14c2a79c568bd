import type { FastifyReply } from "fastify";
import type { Proof } from "#shared/contract/account.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { because, refuseField } from "../platform/problem.ts";
import { findApp, spendStep } from "./code-app-store.ts";
import { stepOf } from "./one-time-code.ts";
import { redeemRecoveryCode } from "./recovery-codes.ts";
import { countTry, refuseTry, wasRight } from "./tries.ts";

/** Whether a password alone does not open this account. */
export async function hasSecondStep(db: Db, accountId: string): Promise<boolean> {
  const app = await findApp(db, accountId);
  return app !== undefined && app.confirmedAt !== null;
}

interface Attempt {
  readonly accountId: string;
  readonly proof: Proof;
  /** What wrong ones are counted by. */
  readonly keys: readonly string[];
  readonly reply: FastifyReply;
}

/** What was shown, if it was right; it can't be shown again. */
export type Shown = "code" | "recovery-code";

/** Looks at a second factor. Each try is counted before it is looked at; a right one is not. */
export async function checkProof(
  deps: Deps,
  { accountId, proof, keys, reply }: Attempt,
): Promise<Shown | undefined> {
  if (proof.code === undefined) {
    refuseField("second-step-missing", "proof/code", because("code-missing"));
  }
  if ((await countTry(deps, keys, reply)).length > 0) refuseTry(reply, "too-many-codes");
  const shown = await checkCode(deps, accountId, proof.code.replaceAll(/[ -]/g, ""));
  if (shown) await wasRight(deps, keys);
  return shown;
}

async function checkCode(deps: Deps, accountId: string, code: string): Promise<Shown | undefined> {
  const isOfApp = code.length === 6;
  if (isOfApp) return (await spendCode(deps, accountId, code)) ? "code" : undefined;
  return (await redeemRecoveryCode(deps.db, accountId, code)) ? "recovery-code" : undefined;
}

async function spendCode(deps: Deps, accountId: string, code: string): Promise<boolean> {
  const app = await findApp(deps.db, accountId);
  if (!app || app.confirmedAt === null) return false;
  return spendCodeOf(deps, app, code);
}

type App = NonNullable<Awaited<ReturnType<typeof findApp>>>;

/** Whether this is a code of the app, which counts from now on no more. */
export async function spendCodeOf(deps: Deps, app: App, code: string): Promise<boolean> {
  const { accountId } = app;
  const secret = deps.vault.open(app.secret, accountId);
  if (!secret) {
    deps.log.warn({}, "the key has changed: an app's secret can't be opened any more");
    return false;
  }
  const step = stepOf(secret, code, deps.clock());
  if (step === undefined) return false;
  // Sealed anew, as it may date from before there was a key.
  return spendStep(deps.db, { ...app, secret: deps.vault.seal(secret, accountId) }, step);
}

export function refuseProof(): never {
  refuseField("code-wrong", "proof/code", because("not-your-code"));
}
