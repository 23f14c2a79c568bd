import { inMail, linkMark, mailTextsIn } from "../../../accounts/mail-texts.ts";
import { changed, type Outlet } from "./outlet.ts";

const linesOf = (text: string): number => text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).length;
const languages = ["en", "es", "zh-TW", "ar"];

function problemsIn(language: string, name: string): string[] {
  const { resetPassword } = mailTextsIn(language);
  const [mail, plain] = [resetPassword({ name: inMail(name) }), resetPassword({ name: "Ada" })];
  return [
    ...changed("its subject", plain.subject, mail.subject),
    ...changed("its lines", linesOf(plain.text), linesOf(mail.text)),
    ...changed("places for a link", 2, mail.text.split(linkMark).length),
    ...(/https?:|www\./i.test(mail.text) ? ["a link that is not ours"] : []),
    ...(/[^\P{Cc}\n]|\p{Bidi_Control}/u.test(mail.text) ? ["a sign that nobody can see"] : []),
  ];
}

/** A mail, which is plain text: a name adds no line, no header and no link to it. */
export const mail: Outlet = {
  name: "mail",
  problems: (text) => languages.flatMap((language) => problemsIn(language, text)),
};
