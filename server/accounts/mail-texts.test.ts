import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeProfile, requestPasswordReset, signUp } from "#shared/contract/accounts.ts";
import { languages } from "#shared/contract/phases.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { inMail, linkMark, mailTextsIn } from "./mail-texts.ts";
import { goodPassword, mailFor } from "./testing-people.ts";

type Words = Record<string, { subject: string; paragraphs: string[] }>;
const wordsIn = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`mail-words/${language}.json`, import.meta.url), "utf8"),
  ) as Words;
const placesIn = (text: string) =>
  [...text.matchAll(/\{\{?\w+\}?\}/g)].map(([place]) => place).toSorted();
const letters: Record<string, RegExp> = { "zh-TW": /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u };

describe("mails", () => {
  const english = wordsIn("en");

  it.each(languages)(
    "say in %s all that they say in English, with the same places to fill",
    (language) => {
      const words = wordsIn(language);
      expect(Object.keys(words)).toEqual(Object.keys(english));
      for (const [kind, { subject, paragraphs }] of Object.entries(words)) {
        const said = [kind, placesIn(paragraphs.join(" ")), placesIn(subject), paragraphs.length];
        const meant = english[kind]?.paragraphs ?? [];
        expect(said).toEqual([kind, placesIn(meant.join(" ")), [], meant.length]);
        // The link stands in a line of its own, where no language turns it round.
        const around = paragraphs.filter((paragraph) => paragraph.includes(linkMark));
        expect(around.every((paragraph) => paragraph === linkMark)).toBe(true);
        expect(`${subject} ${paragraphs.join(" ")}`).toMatch(letters[language] ?? /\p{L}/u);
      }
    },
  );

  it("are in English where a language is spoken no more", () => {
    expect(mailTextsIn("tlh").confirmAddress()).toEqual(mailTextsIn("en").confirmAddress());
  });

  it("leave no place of their own to what people call themselves", () => {
    const name = inMail("{{newEmail}} {link} $& Ann");
    const { text } = mailTextsIn("en").newAddressAsked({ name, newEmail: "a@example.org" });
    expect(text).toContain("Hello {{newEmail}}  $& Ann,");
    expect(text).not.toContain(linkMark);
  });

  it("lead nowhere but to us, and keep their direction, whatever people call themselves", () => {
    expect(inMail("hthttps://tps://evil.example\r\nWwww.ww.b")).toBe(
      "ht tps://evil.example W ww.b",
    );
    expect(inMail("\u202EAnn\u2066\u200F")).toBe("Ann");
  });
});

describe("a person", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it("is written to in the language in which they signed up, and in another once they chose it", async () => {
    const email = "lena@example.org";
    const person = server.visitor();
    const body = { email, name: "Lena", password: goodPassword, language: "es" as const };
    await person.call(signUp, { body });
    const first = await mailFor(server, { email, subject: /^Confirma tu dirección/ });
    expect(first.text).toMatch(
      /abre este enlace en los próximos dos días:\n\nhttp\S+#[\w-]{43}\n\n/,
    );
    await person.call(changeProfile, { body: { language: "ar" } });
    await server.visitor().call(requestPasswordReset, { body: { email } });
    const second = await mailFor(server, { email, subject: /^عيّن كلمة مرور جديدة/ });
    expect(second.text).toMatch(/^مرحبًا Lena،\n/);
    expect(second.text).toMatch(/\n\nhttp\S+#[\w-]{43}\n\n/);
  });
});
