import * as accounts from "#shared/contract/accounts.ts";
import { readInstallation } from "#shared/contract/operations.ts";
import { eq } from "drizzle-orm";
import { accounts as accountsTable } from "#db/schema/accounts.ts";
import { goodPassword, tokenFor } from "../accounts/testing-people.ts";
import type { Person } from "../testing/person.ts";
import { signInAnew, type Tour } from "./testing-tour-guide.ts";

const newPassword = "eight dry rivers sing";
let people = 0;

/**
 * Signs up, in and out; looks after sessions, address and password; and reads the operator's figures.
 * Gives a way to sign in anew on both devices, whatever became of sessions and password.
 */
export async function tourAccounts(tour: Tour): Promise<() => Promise<void>> {
  people += 1;
  const email = `tour.${people}@example.org`;
  const person = tour.server.visitor();
  const body = { email, password: goodPassword, name: "Nova", language: "en" as const };
  const { form } = await tour.go(person, accounts.openSignUpForm, {});
  const { account } = await tour.go(person, accounts.signUp, { body: { ...body, form } });
  await tour.go(person, accounts.resendConfirmation, {});
  await openLink(tour, person, { email, subject: /Confirm your address/ });
  await tour.go(person, accounts.readMailbox, {});
  await tour.go(person, accounts.changeProfile, { body: { name: tour.text("Nova") } });
  await tour.go(person, accounts.readMe, {});
  const elsewhere = await manageSessions(tour, person, email);
  await tour.go(person, accounts.changePassword, {
    body: { currentPassword: goodPassword, newPassword },
  });
  await resetPassword(tour, email);
  await changeEmail(tour, elsewhere, email);
  await readFigures(tour);
  return async () => {
    for (const device of [person, elsewhere]) await signInAnew(tour.server, device, account.id);
  };
}

async function openLink(tour: Tour, person: Person, sought: { email: string; subject: RegExp }) {
  const token = await tokenFor(tour.server, sought);
  await tour.go(person, accounts.confirmEmail, { body: { token } });
}

async function manageSessions(tour: Tour, person: Person, email: string): Promise<Person> {
  const elsewhere = tour.server.visitor();
  const body = { email, password: goodPassword };
  await tour.go(elsewhere, accounts.signIn, { body });
  const { sessions } = await tour.go(elsewhere, accounts.listSessions, {});
  const other = sessions.find(({ isCurrent }) => !isCurrent);
  await tour.go(elsewhere, accounts.endSession, { params: { sessionId: other?.id ?? "" } });
  await elsewhere.call(accounts.signIn, { body });
  await tour.go(elsewhere, accounts.endOtherSessions, {});
  await person.call(accounts.signIn, { body });
  await tour.go(elsewhere, accounts.signOut, {});
  return elsewhere;
}

async function resetPassword(tour: Tour, email: string): Promise<void> {
  await tour.go(tour.server.visitor(), accounts.requestPasswordReset, { body: { email } });
  const token = await tokenFor(tour.server, { email, subject: /new password/i });
  const body = { token, password: goodPassword };
  await tour.go(tour.server.visitor(), accounts.resetPassword, { body });
}

async function changeEmail(tour: Tour, person: Person, email: string): Promise<void> {
  await person.call(accounts.signIn, { body: { email, password: goodPassword } });
  const body = { email: `new.${email}`, password: goodPassword };
  await tour.go(person, accounts.changeEmail, { body });
}

async function readFigures(tour: Tour): Promise<void> {
  const operator = await tour.server.person("Opal Operator");
  await tour.server.deps.db
    .update(accountsTable)
    .set({ isOperator: true })
    .where(eq(accountsTable.id, operator.accountId));
  await tour.go(operator, readInstallation, {});
}
