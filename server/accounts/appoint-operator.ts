import type { Deps } from "../deps.ts";
import { type AccountRow, updateAccount } from "./store.ts";

/** Makes the account that `OPERATOR_EMAIL` names the operator, once its address is confirmed. */
export async function appointIfNamed(deps: Deps, account: AccountRow): Promise<AccountRow> {
  const isNamed = deps.env.OPERATOR_EMAIL?.toLowerCase() === account.email.toLowerCase();
  if (!isNamed || account.isOperator || account.emailConfirmedAt === null) return account;
  return updateAccount(deps.db, account.id, { isOperator: true });
}
