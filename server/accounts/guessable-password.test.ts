import { describe, expect, it } from "vitest";
import { commonPasswords } from "./common-passwords.ts";
import { isGuessable } from "./guessable-password.ts";
import { hashPassword, isPasswordOf } from "./password.ts";

const about = ["Ana María Lopez", "tom.green@example.org"];

describe("a password is too easy to guess", () => {
  it.each([
    ["as a common one with digits", "password1234"],
    ["with lookalikes for letters", "P@ssw0rd2024!"],
    ["with a 1 for an l", "1etmein-1etmein"],
    ["backwards", "drowssap-1987"],
    ["twice", "trustno1trustno1"],
    ["two common words and a year", "summer2024winter"],
    ["a walk over the keys", "qwertyuiop123"],
    ["a walk in columns", "1qaz2wsx3edc"],
    ["a walk on a French keyboard", "azertyuiop12"],
    ["digits in order", "123456789012"],
    ["one letter", "aaaaaaaaaaaa"],
    ["a few letters over and over", "abcabcabcabc1"],
    ["something weak over and over", "monkey!".repeat(20)],
    ["one's own name", "Ana-Maria-2024"],
    ["one's own address", "tomgreen12345"],
    ["the name of this place", "folkmoot-community"],
    ["a long word of the dictionary", "Unbelievable!"],
    ["words of another language", "contrasena2025"],
  ])("%s", (_why, password) => {
    expect(isGuessable(password, about)).toBe(true);
  });

  it("for every entry of the list, with digits to fill it up, or twice", () => {
    expect(commonPasswords.size).toBeGreaterThan(3_000);
    const filled = [...commonPasswords].map((word) => word.padEnd(12, "1234567890"));
    const twice = [...commonPasswords].map((word) => `${word}${word}`);
    expect([...filled, ...twice].filter((password) => !isGuessable(password, []))).toEqual([]);
  });
});

it.each([
  "correct horse battery staple",
  "seven wet lanterns hum",
  "gB7#kq2Lw9xZ",
  "xkqzpwmtrvlb",
  "Mit Katze und Hund",
  "река лампа якорь",
  "山の上の古い時計台と鳥の歌声",
])("%s is a good password", (password) => {
  expect(isGuessable(password, about)).toBe(false);
});

it("a long one is looked at without delay", () => {
  const long = Array.from({ length: 200 }, (_, i) => String.fromCharCode(97 + ((i * i) % 26))).join(
    "",
  );
  const began = performance.now();
  isGuessable(long, about);
  expect(performance.now() - began).toBeLessThan(2_000);
});

it("passwords are kept by argon2id at OWASP's cost, and typed alike on every system", async () => {
  const composed = "caf\u00e9 under the lime";
  const hash = await hashPassword(composed);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPasswordOf(hash, composed.normalize("NFD"))).toBe(true);
  expect(await isPasswordOf(hash, "cafe under the lime")).toBe(false);
  expect(await isPasswordOf("none", "none")).toBe(false);
});
