import { inMail, type MailText, mailTextsIn } from "./mail-texts.ts";
import type { AccountRow } from "./store.ts";

/** What the owner of an account reads once it is gone. */
export function farewellText({ name, language }: AccountRow): MailText {
  return mailTextsIn(language).accountDeleted({ name: inMail(name) });
}
