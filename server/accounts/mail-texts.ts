import type { Language } from "#shared/contract/phases.ts";

/** Where the link of a mail comes to stand. */
export const linkMark = "{link}";
/** What stands there in a mail on the mailbox page once the link is used. */
export const usedLink = "(This link was used, or a newer one took its place.)";

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** What mails say in one language. Names come from people: they stand in texts, never in subjects. */
export interface MailTexts {
  confirmAddress(): MailText;
  /** To an address that has an account, when somebody signs up with it again. */
  addressInUse(): MailText;
  resetPassword(of: { name: string }): MailText;
  passwordChanged(of: { name: string }): MailText;
  confirmNewAddress(of: { name: string }): MailText;
  /** To the address so far. */
  newAddressAsked(of: { name: string; newEmail: string }): MailText;
  newAddressTaken(of: { name: string; newEmail: string }): MailText;
  secondStepAdded(of: { name: string }): MailText;
  secondStepRemoved(of: { name: string }): MailText;
  passkeyAdded(of: { name: string }): MailText;
  passkeyRemoved(of: { name: string }): MailText;
  /** When somebody gave the right password and often the wrong code. */
  secondStepFailed(of: { name: string }): MailText;
  recoveryCodeUsed(of: { name: string; left: number }): MailText;
  identityAdded(of: { name: string }): MailText;
  identityRemoved(of: { name: string }): MailText;
  accountDeleted(of: { name: string }): MailText;
}

const text = (...paragraphs: string[]) => `${paragraphs.join("\n\n")}\n`;

const english: MailTexts = {
  confirmAddress: () => ({
    subject: "Confirm your address for Folkmoot",
    text: text(
      "Hello,",
      "somebody, most likely you, opened an account on Folkmoot with this address. To confirm that it is yours, open this link within two days:",
      linkMark,
      "If it was not you, do nothing: without the link nobody can use your address.",
    ),
  }),
  addressInUse: () => ({
    subject: "You have a Folkmoot account already",
    text: text(
      "Hello,",
      "somebody tried to sign up on Folkmoot with this address, which has an account already. If it was you, sign in with the password that you have, or choose “Forgotten your password?” to set a new one.",
      "If it was not you, there is nothing to do: your account is as it was.",
    ),
  }),
  resetPassword: ({ name }) => ({
    subject: "Set a new password for Folkmoot",
    text: text(
      `Hello ${name},`,
      "somebody asked for a new password for your account on Folkmoot. To set one, open this link within an hour:",
      linkMark,
      "If it was not you, do nothing: your password stays as it is.",
    ),
  }),
  passwordChanged: ({ name }) => ({
    subject: "Your Folkmoot password has changed",
    text: text(
      `Hello ${name},`,
      "the password of your account on Folkmoot has just been changed, and all other devices were signed out.",
      "If it was not you, set a new password at once by “Forgotten your password?” on the page where you sign in.",
    ),
  }),
  confirmNewAddress: ({ name }) => ({
    subject: "Confirm your new address for Folkmoot",
    text: text(
      `Hello ${name},`,
      "to use this address for your account on Folkmoot from now on, open this link within two days:",
      linkMark,
      "If you did not ask for this, do nothing.",
    ),
  }),
  newAddressAsked: ({ name, newEmail }) => ({
    subject: "A new address was asked for your Folkmoot account",
    text: text(
      `Hello ${name},`,
      `somebody who knows your password asked to use ${newEmail} for your account on Folkmoot instead of this address. It counts as soon as it is confirmed from there.`,
      "If it was not you, change your password at once: the new address can then no longer be confirmed.",
    ),
  }),
  newAddressTaken: ({ name, newEmail }) => ({
    subject: "The address of your Folkmoot account has changed",
    text: text(
      `Hello ${name},`,
      `your account on Folkmoot now uses ${newEmail}. This is the last mail to this address.`,
      "If it was not you, tell those who run this installation.",
    ),
  }),
  secondStepAdded: ({ name }) => ({
    subject: "Your Folkmoot account asks for a second step",
    text: text(
      `Hello ${name},`,
      "from now on your password alone does not open your account on Folkmoot any more. All other devices were signed out.",
      "If it was not you, tell those who run this installation.",
    ),
  }),
  secondStepRemoved: ({ name }) => ({
    subject: "A second step of your Folkmoot account has ended",
    text: text(
      `Hello ${name},`,
      "a way to take the second step when signing in to your account on Folkmoot was removed.",
      "If it was not you, change your password at once.",
    ),
  }),
  passkeyAdded: ({ name }) => ({
    subject: "A passkey opens your Folkmoot account",
    text: text(
      `Hello ${name},`,
      "a passkey was added to your account on Folkmoot: with it one signs in without a password.",
      "If it was not you, remove it in the settings and change your password at once.",
    ),
  }),
  passkeyRemoved: ({ name }) => ({
    subject: "A passkey of your Folkmoot account has ended",
    text: text(
      `Hello ${name},`,
      "a passkey of your account on Folkmoot was removed: it opens the account no more.",
      "If it was not you, change your password at once.",
    ),
  }),
  secondStepFailed: ({ name }) => ({
    subject: "Somebody knows your Folkmoot password",
    text: text(
      `Hello ${name},`,
      "somebody gave the right password for your account on Folkmoot, and then a wrong code five times. They were not let in.",
      "If it was not you, change your password at once.",
    ),
  }),
  recoveryCodeUsed: ({ name, left }) => ({
    subject: "A recovery code opened your Folkmoot account",
    text: text(
      `Hello ${name},`,
      `somebody signed in to your account on Folkmoot with your password and a recovery code. Recovery codes that are left: ${left}.`,
      "If it was not you, change your password at once, and have new recovery codes made.",
    ),
  }),
  identityAdded: ({ name }) => ({
    subject: "Another sign-in opens your Folkmoot account",
    text: text(
      `Hello ${name},`,
      "an account at another provider opens your account on Folkmoot from now on.",
      "If it was not you, unlink it in the settings at once, and change your password.",
    ),
  }),
  identityRemoved: ({ name }) => ({
    subject: "A sign-in of your Folkmoot account has ended",
    text: text(
      `Hello ${name},`,
      "an account at another provider opens your account on Folkmoot no more. All other devices were signed out.",
      "If it was not you, change your password at once.",
    ),
  }),
  accountDeleted: ({ name }) => ({
    subject: "Your Folkmoot account is deleted",
    text: text(
      `Hello ${name},`,
      "your account on Folkmoot was deleted, as somebody asked who knows your password. What you wrote stays where it is, by a “former member”; your name, this address and all else that was kept about you are gone. Backups that those who run this installation keep lose them as they run out.",
      "This is the last mail to this address.",
    ),
  }),
};

const byLanguage: Partial<Record<Language, MailTexts>> = { en: english };

/** The texts in a person's language, or in English where there are none yet. */
export function mailTextsIn(language: string): MailTexts {
  return byLanguage[language as Language] ?? english;
}

/** What a person wrote, as it may stand in a mail: one line, and nothing that reads like an address. */
export function inMail(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/https?:\/*|www\./giu, "")
    .trim();
}
