import * as contract from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { changeEmail } from "./change-email.ts";
import { changePassword } from "./change-password.ts";
import { changeProfile } from "./change-profile.ts";
import { confirmEmail } from "./confirm-email.ts";
import { endOtherSessions, endSession } from "./end-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import { mailboxReader } from "./read-mailbox.ts";
import { readMe } from "./read-me.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resendConfirmation } from "./resend-confirmation.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { signUp } from "./sign-up.ts";

export function accountRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readMe, (call) => readMe(deps, call));
  mount(contract.signUp, (call) => signUp(deps, call));
  mount(contract.signIn, (call) => signIn(deps, call));
  mount(contract.signOut, (call) => signOut(deps, call));
  mount(contract.listSessions, (call) => listSessions(deps, call));
  mount(contract.endSession, (call) => endSession(deps, call));
  mount(contract.endOtherSessions, (call) => endOtherSessions(deps, call));
  mount(contract.confirmEmail, (call) => confirmEmail(deps, call));
  mount(contract.resendConfirmation, (call) => resendConfirmation(deps, call));
  mount(contract.requestPasswordReset, (call) => requestPasswordReset(deps, call));
  mount(contract.resetPassword, (call) => resetPassword(deps, call));
  mount(contract.changeEmail, (call) => changeEmail(deps, call));
  mount(contract.changePassword, (call) => changePassword(deps, call));
  mount(contract.changeProfile, (call) => changeProfile(deps, call));
  mount(contract.readMailbox, mailboxReader(deps));
}
