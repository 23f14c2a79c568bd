import type { deleteAccount as contract } from "#shared/contract/leaving.ts";
import {
  farewellText,
  forgetAccount,
  hasOtherOperator,
  heldAccount,
  proveOwner,
} from "../accounts/public.ts";
import { formerMember, leaveAllCommunities } from "../communities/public.ts";
import { forgetHolders } from "../holdings/public.ts";
import { forgetExpert } from "../panels/public.ts";
import { deleteProfiles } from "../profiles/public.ts";
import { forgetDeclared } from "../representation/public.ts";
import type { Deps } from "../deps.ts";
import { forgetInEvents, forgetInReplies } from "../platform/erasure-store.ts";
import { forgetWords } from "../platform/ledger-store.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { isOnlyOperator } from "./policy.ts";

/** By then every request has ended that was under way when the account went. */
const latecomersMs = 60_000;

/**
 * Deletes an account in one transaction: either all that says who it was is gone, or nothing is.
 * What was written stays, by a former member; ratings, responses and ballots go on being counted.
 */
export async function deleteAccount(deps: Deps, { actor, body, reply }: Call<typeof contract>) {
  const { accountId } = actor;
  const { password, proof } = body;
  await proveOwner(deps, { accountId, password, field: "password", proof, reply });
  await deps.transact((tx) => forgetEverything(deps, tx, accountId));
  void reply.header("set-cookie", deps.sessions.blankCookie());
}

async function forgetEverything(deps: Deps, tx: Tx, accountId: string): Promise<void> {
  const account = await heldAccount(tx, accountId);
  const hasOther = await hasOtherOperator(tx.db, accountId);
  const isNamedBySettings = deps.env.OPERATOR_EMAIL !== undefined;
  if (isOnlyOperator({ isOperator: account.isOperator, hasOther, isNamedBySettings })) {
    throw new Refusal("only-operator", because("only-operator"));
  }
  const traces = await leaveAllCommunities(tx, accountId);
  await deleteProfiles(tx.db, traces);
  await forgetHolders(tx.db, traces);
  await forgetDeclared(tx.db, traces);
  const gone = { accountId, ...traces, inPlace: formerMember };
  await forgetExpert(tx.db, gone);
  await forgetInEvents(tx.db, gone);
  await forgetInReplies(tx.db, gone);
  await forgetWords(tx.db, traces);
  await forgetAccount(deps, tx, account);
  if (traces.participantIds.length > 0) {
    const at = new Date(deps.clock().getTime() + latecomersMs);
    await tx.job("forget-latecomers", { ...traces }, { at });
  }
  tx.afterCommit(() => {
    deps.forgetStandings();
    sayGoodbye(deps, account);
  });
}

/** Sent from memory, as the address is kept nowhere any more. Lost, it is lost. */
function sayGoodbye({ mailer, log }: Deps, account: Parameters<typeof farewellText>[0]): void {
  if (!mailer.sends) return;
  const { subject, text } = farewellText(account);
  mailer.send({ to: account.email, subject, text }).catch((error: unknown) => {
    // What mail servers say may name the address.
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    log.warn({ code: String(responseCode ?? code) }, "a farewell was not sent");
  });
}
