import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFault, withoutUnseen } from "./rule.ts";
import { looksLike, skeleton } from "./skeleton.ts";

describe("a name", () => {
  it.each([
    "Ann",
    "Ann-Marie O’Brien 3rd",
    "Nguyễn Thị Ngọc Ánh",
    "Мария Иванова",
    "Γιώργος Παπαδόπουλος",
    "محمد بن سلمان",
    "نیم\u200Cفاصله",
    "שָׁלוֹם",
    "श्री क\u094D\u200Dष",
    "สุทธิ์",
    "小林 Kobayashi こばやし コーヒー",
    "김민준 Kim 金",
    "ㄅㄆㄇ 注音 abc",
    "葛\u{E0100}城市",
    "𐌰𐌱𐌲",
    "Ann 👩🏽\u200D🚀 ❤\uFE0F 🇪🇺",
    "<script>alert(1)</script>",
    "=1+1, 'x' & \"y\"",
  ])("may be %s", (name) => {
    expect(nameFault(name.normalize("NFC"))).toBeUndefined();
  });

  it.each([
    ["a sign that turns what follows", "Ann\u202Egnp", "name-unseen"],
    ["an isolate", "\u2066Ann", "name-unseen"],
    ["a mark of direction", "Ann\u200F", "name-unseen"],
    ["a joiner where nothing joins", "An\u200Dn", "name-unseen"],
    ["a space of no width", "An\u200Bn", "name-unseen"],
    ["a filler", "\u3164", "name-unseen"],
    ["tags", "Ann\u{E0041}", "name-unseen"],
    ["half a character", "Ann\uD800", "name-unseen"],
    ["a private character", "Ann\uE000", "name-unseen"],
    ["a form of nothing", "Ann\uFE0F", "name-unseen"],
    ["a storm of marks", "Z\u0300\u0301\u0302\u0303\u0304", "name-marks"],
    ["the same mark twice", "Z\u030A\u030A", "name-marks"],
    ["a mark on nothing", "\u0301Ann", "name-marks"],
    ["a Cyrillic letter among Latin ones", "\u0410nn", "name-scripts"],
    ["a Greek letter among Latin ones", "Ann\u03BF", "name-scripts"],
    ["Korean among Japanese letters", "김 こ", "name-scripts"],
    ["a forgotten letter among Latin ones", "Ann 𐌰", "name-scripts"],
  ])("may not have %s", (_, name, fault) => {
    expect(nameFault(name.normalize("NFC"))).toBe(fault);
  });

  it("that is cleaned has nothing unseen in it, and loses nothing that is seen", () => {
    const unseen = fc.constantFrom("\u202E", "\u200B", "\u2066", "\u0000", "\uFEFF", "\u00AD");
    const seen = fc.constantFrom("A", "é", "漢", "م", " ", "7");
    fc.assert(
      fc.property(fc.array(fc.oneof(unseen, seen)), (signs) => {
        const clean = withoutUnseen(signs.join(""));
        expect(nameFault(clean)).not.toBe("name-unseen");
        expect(clean).toBe(signs.filter((sign) => /[Aé漢م 7]/u.test(sign)).join(""));
      }),
    );
  });
});

describe("names look alike", () => {
  it.each([
    ["scope", "ѕсоре"],
    ["Ali", "AIi"],
    ["paypal", "paypa1"],
    ["Ann", "𝐀nn"],
    ["Ann", "An\u200Dn"],
    ["rn", "m"],
  ])("%s and %s", (one, other) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  it("not where they are the same, or where everybody sees that they are not", () => {
    for (const other of ["Ann", "Anna", "ann", "Anm", "Än"]) {
      expect(looksLike("Ann", other)).toBe(false);
    }
  });

  it("whichever way their characters are put together, and the skeleton of any text is one again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(skeleton(text.normalize("NFD"))).toBe(skeleton(text.normalize("NFC")));
      }),
    );
  });
});
