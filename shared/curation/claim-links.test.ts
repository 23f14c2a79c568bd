import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimLink, replaceClaimLinks } from "./claim-links.ts";

const id = "019aca01-0000-7000-8000-000000000001";

describe("links to claims in a text", () => {
  it("are found with their words, others are left alone", () => {
    const text = `See [this](claim:${id}) and [that](https://example.org), [it](claim:).`;
    const found: string[][] = [];
    const changed = replaceClaimLinks(text, (words, claimId) => {
      found.push([words, claimId]);
      return "X";
    });
    expect(found).toEqual([["this", id]]);
    expect(changed).toBe("See X and [that](https://example.org), [it](claim:).");
  });

  it("hold any words, and stay what they are where nothing is changed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, around) => {
        const plain = around.replaceAll(/[[\]\\]/g, "");
        const text = `${plain}${claimLink(words, id)}${plain}`;
        expect(replaceClaimLinks(text, (inside, at) => `[${inside}](claim:${at})`)).toBe(text);
        expect(replaceClaimLinks(text, () => "")).toBe(plain + plain);
      }),
    );
  });
});
