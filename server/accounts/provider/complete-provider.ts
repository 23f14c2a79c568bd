import { z } from "zod";
import { Email, PersonName } from "#shared/contract/accounts.ts";
import type { Language } from "#shared/contract/phases.ts";
import type { completeProvider as contract } from "#shared/contract/provider.ts";
import { withoutUnseen } from "#shared/names/rule.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, sqlState } from "../../platform/problem.ts";
import type { Claims } from "../../platform/provider.ts";
import { enter, letIn } from "../enter.ts";
import { findAccount, hasOperator, isOwnedByAnother, saveAccount } from "../store.ts";
import { comeBack } from "./flow.ts";
import { noteIdentityUse, saveIdentity } from "./identity-store.ts";
import { link } from "./link.ts";

/** Takes what the provider says of somebody: to sign in, to make an account, or to link one. */
export async function completeProvider(deps: Deps, call: Call<typeof contract>) {
  const { claims, accountId, issuer } = await comeBack(deps, call, call.body.answer);
  const person = { issuer, subject: claims.subject };
  if (accountId !== null) return link(deps, call, { person, accountId });
  const known = await noteIdentityUse(deps.db, person, deps.clock());
  const account = known === undefined ? undefined : await findAccount(deps.db, known);
  // The provider is one step: codes are asked for as after a password.
  if (account) return { ...(await enter(deps, call, account)), isLinked: false };
  const { language } = call.body;
  const made = await makeAccount(deps, { person, claims, language });
  return { ...(await letIn(deps, call, made)), isLinked: false };
}

interface Newcomer {
  readonly person: { readonly issuer: string; readonly subject: string };
  readonly claims: Claims;
  readonly language: Language;
}

/**
 * An account for somebody new. An address that belongs to an account is no way into it, as a provider
 * may give it to somebody else one day: its owner links the two, signed in.
 */
async function makeAccount(deps: Deps, { person, claims, language }: Newcomer) {
  const email = Email.safeParse(claims.email).data;
  if (email === undefined) throw new Refusal("provider-refused", because("no-address-given"));
  const id = deps.random.id();
  const { isEmailVerified } = claims;
  if (isEmailVerified && (await isOwnedByAnother(deps.db, email, id))) {
    throw new Refusal("link-first");
  }
  const name = nameIn(claims, email);
  return deps
    .transact(async (tx) => {
      const isOperator = deps.env.OPERATOR_EMAIL === undefined && !(await hasOperator(tx.db));
      const account = await saveAccount(tx.db, {
        id,
        email,
        name,
        language,
        isOperator,
        emailConfirmedAt: isEmailVerified ? deps.clock() : null,
        passwordHash: noPassword,
      });
      const row = { id: deps.random.id(), accountId: id, ...person, lastUsedAt: deps.clock() };
      // Two at once: the second finds the account of the first when it begins again.
      if (!(await saveIdentity(tx.db, row))) throw new Refusal("too-late");
      if (!isEmailVerified) await tx.job("greet-newcomer", { accountId: id });
      return account;
    })
    .catch((error: unknown) => {
      throw sqlState(error) === "23505" ? new Refusal("link-first") : error;
    });
}

/** Stands where a password's hash would: no password opens the account until its owner sets one by mail. */
const noPassword = "none";

/** A name from elsewhere, as far as it can be one here. */
const Shortened = z.string().transform((text) => {
  const clean = withoutUnseen(text.replace(/\s+/gu, " ")).trim();
  return Array.from(clean).slice(0, 80).join("");
});

function nameIn({ name }: Claims, email: string): string {
  const [beforeAt = ""] = email.split("@");
  const said = PersonName.safeParse(Shortened.parse(name ?? "")).data;
  return said ?? PersonName.safeParse(Shortened.parse(beforeAt)).data ?? "Newcomer";
}
