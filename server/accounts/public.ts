import type { Db } from "#db/client.ts";
import { findAccount } from "./store.ts";

export { AskNewAddress, askNewAddress } from "./change-email.ts";
export { createAccount } from "./create-account.ts";
export { GreetNewcomer, greetNewcomer } from "./greet-newcomer.ts";
export { SendMail, sendMail } from "./mail.ts";
export { hashPassword } from "./password.ts";
export { SendResetLink, sendResetLink } from "./request-password-reset.ts";
export { accountRoutes } from "./routes.ts";
export { tidyUpAccounts } from "./tidy-up.ts";

/** The name that a person goes by; communities offer it when they join. */
export async function nameOf(db: Db, accountId: string): Promise<string> {
  return (await findAccount(db, accountId))?.name ?? "";
}
