/*
 * What a name may be made of, so that it can be read, does not move what stands around it, and is no disguise of
 * another one. After Unicode UTS #39 (Security Mechanisms, 5.1, 5.2 and 5.4) and UAX #31.
 */

export type NameFault = "name-unseen" | "name-marks" | "name-scripts";

/** What nobody sees: control and format characters, halves, private and unassigned ones, fillers that draw nothing. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
/**
 * Invisible signs that writing needs: joiners in words of scripts that join, forms of Chinese characters, and what makes
 * one picture of several.
 */
const joining = ["Arab Syrc Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mong"]
  .flatMap((names) => names.split(" "))
  .map((name) => `\\p{scx=${name}}`)
  .join("");
const needed = new RegExp(
  [
    `(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`,
    "(?<=\\p{scx=Hani})[\\u{E0100}-\\u{E01EF}]",
    "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\uFE0F?)\\u200D(?=\\p{Extended_Pictographic})",
    "(?<=\\p{Extended_Pictographic})\\uFE0F",
  ].join("|"),
  "gu",
);

/** Five marks on one character, the same mark twice, or a mark on nothing (UTS #39, 5.4). */
const marks = /[\p{Mn}\p{Me}]{5}|([\p{Mn}\p{Me}])\1|^[\p{Mn}\p{Me}]|\s[\p{Mn}\p{Me}]/u;

const scripts = [
  "Latn Grek Cyrl Armn Hebr Arab Syrc Thaa Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt",
  "Mymr Geor Hang Ethi Cher Cans Khmr Mong Hira Kana Bopo Hani Yiii Tfng Java Bali Sund Vaii Adlm Olck Mtei Cakm",
]
  .flatMap((names) => names.split(" "))
  .map((name) => ({ name, holds: new RegExp(`\\p{scx=${name}}`, "u") }));

/** Scripts that people write together every day (UTS #39, 5.2: highly restrictive). */
const together = ["Latn Hani Hira Kana", "Latn Hani Bopo", "Latn Hani Hang"].map(
  (names) => new Set(names.split(" ")),
);

/** Whether the characters are all of one script, or of scripts that go together; digits and signs belong to all. */
function isOneWriting(text: string): boolean {
  const letters = [...new Set(text)].filter((character) => /[\p{L}\p{M}]/u.test(character));
  const places = letters
    .filter((character) => !/[\p{scx=Zyyy}\p{scx=Zinh}]/u.test(character))
    .map((character) =>
      scripts.filter(({ holds }) => holds.test(character)).map(({ name }) => name),
    );
  const writings = [...scripts.map(({ name }) => new Set([name])), ...together];
  const isForgotten = places.every((names) => names.length === 0);
  return (
    isForgotten ||
    writings.some((writing) => places.every((names) => names.some((name) => writing.has(name))))
  );
}

/** What is wrong with a name, which is in NFC; undefined, if nothing is. */
export function nameFault(name: string): NameFault | undefined {
  if (unseen.test(name.replaceAll(needed, ""))) return "name-unseen";
  if (marks.test(name.normalize("NFD"))) return "name-marks";
  return isOneWriting(name) ? undefined : "name-scripts";
}

/** A name that came from elsewhere, without what nobody sees in it. */
export const withoutUnseen = (name: string): string =>
  name.normalize("NFC").replaceAll(new RegExp(unseen, "gu"), "");
