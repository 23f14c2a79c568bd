import type { beginLink as beginContract, Identity } from "#shared/contract/provider.ts";
import type { completeProvider } from "#shared/contract/provider.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { beginSession } from "../begin-session.ts";
import { writeMail } from "../mail.ts";
import { inMail, mailTextsIn } from "../mail-texts.ts";
import { proveOwner } from "../prove-owner.ts";
import { lockAccount } from "../store.ts";
import { viewAccount } from "../view.ts";
import { providerOf, setOut } from "./flow.ts";
import { type IdentityRow, saveIdentity } from "./identity-store.ts";

/** Sends the proved owner of an account to the provider, to have one there open it as well. */
export async function beginLink(deps: Deps, call: Call<typeof beginContract>) {
  providerOf(deps);
  const { password, proof } = call.body;
  const { accountId } = call.actor;
  await proveOwner(deps, { accountId, password, field: "password", proof, reply: call.reply });
  return setOut(deps, call, accountId);
}

interface Linked {
  readonly person: { readonly issuer: string; readonly subject: string };
  /** Whose owner set out to link it. */
  readonly accountId: string;
}

/** Has somebody of the provider open the account that is signed in here, as when they set out. */
export async function link(
  deps: Deps,
  call: Call<typeof completeProvider>,
  { person, accountId }: Linked,
) {
  const { actor } = call;
  if (actor.kind !== "account" || actor.accountId !== accountId) throw new Refusal("too-late");
  const account = await deps.transact(async (tx) => {
    const row = await lockAccount(tx.db, accountId);
    if (!row) throw new Refusal("sign-in-required");
    const id = deps.random.id();
    if (!(await saveIdentity(tx.db, { id, accountId, ...person }))) {
      throw new Refusal("identity-taken");
    }
    const text = mailTextsIn(row.language).identityAdded({ name: inMail(row.name) });
    await writeMail(deps, tx, { to: row.email, ...text });
    return row;
  });
  await beginSession(deps, call, accountId);
  return { account: viewAccount(account), secondStep: null, isLinked: true };
}

export function viewIdentity({ id, createdAt, lastUsedAt }: IdentityRow): Identity {
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
