import type { Account } from "#shared/contract/accounts.ts";
import { Language } from "#shared/contract/phases.ts";
import type { AccountRow } from "./store.ts";

/** An account as its owner sees it. */
export function viewAccount(row: AccountRow): Account {
  const { id, email, name, isOperator } = row;
  const language = Language.safeParse(row.language).data ?? "en";
  return { id, email, name, language, isOperator, isConfirmed: row.emailConfirmedAt !== null };
}
