import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { commitmentTo, entryText, leafOf } from "./entry.ts";

const words = fc.string({ unit: "grapheme" });
const entries = fc.record({
  seq: fc.nat(),
  time: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  kind: words,
  actor: fc.option(fc.uuid()),
  subject: words,
  payload: fc.dictionary(words, fc.jsonValue()) as fc.Arbitrary<Record<string, unknown>>,
});

describe("an entry", () => {
  it("is written as the canonical JSON of all its members, and of no others", () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(entryText(entry)).toBe(canonicalJson(entry));
        expect(entryText({ ...entry, place: 7 } as never)).toBe(canonicalJson(entry));
      }),
    );
  });

  it("has another hash with any other member", () => {
    const entry = {
      seq: 7,
      time: "2026-11-28T17:00:00.123Z",
      kind: "debate.phase-moved",
      actor: null,
      subject: "a",
      payload: { to: "voting" },
    };
    const others = [
      { seq: 8 },
      { time: "2026-11-28T17:00:00.124Z" },
      { kind: "debate.phase-move" },
      { actor: "" },
      { subject: "b" },
      { payload: { to: "voting", n: 1 } },
    ];
    const hashes = others.map((other) => toBase64(leafOf({ ...entry, ...other })));
    expect(new Set([...hashes, toBase64(leafOf(entry))]).size).toBe(others.length + 1);
  });

  it("commits to words by a salt that nobody can do without", () => {
    const salt = new Uint8Array(16).fill(3);
    const { commitment } = commitmentTo(salt, "Ada");
    // As openssl hashes the same 19 bytes.
    expect(commitment).toBe("rgn9iIC1UwoEWjTi3WrA7wyai9sV8qyRpw0uUnoiuRI=");
    expect(commitmentTo(salt, "Adb").commitment).not.toBe(commitment);
    expect(commitmentTo(new Uint8Array(16).fill(4), "Ada").commitment).not.toBe(commitment);
  });
});
