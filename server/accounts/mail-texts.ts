import type { Language } from "#shared/contract/phases.ts";
import arabic from "./mail-words/ar.json" with { type: "json" };
import chinese from "./mail-words/zh-TW.json" with { type: "json" };
import english from "./mail-words/en.json" with { type: "json" };
import spanish from "./mail-words/es.json" with { type: "json" };

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

type Words = Readonly<Record<keyof MailTexts, { subject: string; paragraphs: readonly string[] }>>;

const byLanguage: Readonly<Record<Language, Words>> = {
  en: english,
  es: spanish,
  "zh-TW": chinese,
  ar: arabic,
};

/** A mail in words: each paragraph by itself, filled in with what it is about. */
function told(words: Words[keyof Words], of: Readonly<Record<string, string | number>>): MailText {
  const filled = words.paragraphs.map((paragraph) =>
    // What is filled in is not looked at again: a name may hold anything, but no place for the link.
    paragraph.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) =>
      String(of[key] ?? "").replaceAll(linkMark, ""),
    ),
  );
  return { subject: words.subject, text: `${filled.join("\n\n")}\n` };
}

/** The texts in a person's language; in English for one that is no more spoken here. */
export function mailTextsIn(language: string): MailTexts {
  const words = byLanguage[language as Language] ?? english;
  return {
    confirmAddress: () => told(words.confirmAddress, {}),
    addressInUse: () => told(words.addressInUse, {}),
    resetPassword: (of) => told(words.resetPassword, of),
    passwordChanged: (of) => told(words.passwordChanged, of),
    confirmNewAddress: (of) => told(words.confirmNewAddress, of),
    newAddressAsked: (of) => told(words.newAddressAsked, of),
    newAddressTaken: (of) => told(words.newAddressTaken, of),
    secondStepAdded: (of) => told(words.secondStepAdded, of),
    secondStepRemoved: (of) => told(words.secondStepRemoved, of),
    passkeyAdded: (of) => told(words.passkeyAdded, of),
    passkeyRemoved: (of) => told(words.passkeyRemoved, of),
    secondStepFailed: (of) => told(words.secondStepFailed, of),
    recoveryCodeUsed: (of) => told(words.recoveryCodeUsed, of),
    identityAdded: (of) => told(words.identityAdded, of),
    identityRemoved: (of) => told(words.identityRemoved, of),
    accountDeleted: (of) => told(words.accountDeleted, of),
  };
}

/** What a person wrote, as it may stand in a mail: one line, in its own direction, with nothing that reads like an address. */
export function inMail(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Bidi_Control}]+/gu, " ")
    .replace(/https?:\/*|www\./giu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
