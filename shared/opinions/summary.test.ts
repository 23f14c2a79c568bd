import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citedSentences, summaryRequest } from "./summary.ts";

const known = new Set([1, 2, 3]);
const keep = (text: string) => citedSentences(text, known);

describe("a summary that somebody else wrote", () => {
  it("keeps the sentences that cite statements, with what they cite", () => {
    expect(keep("All share this [1]. Some differ [2, 3].").kept).toEqual([
      { text: "All share this.", cites: [1] },
      { text: "Some differ.", cites: [2, 3] },
    ]);
  });

  it("takes marks after the stop for those of the sentence before it", () => {
    expect(keep("All share this. [1][2] Nobody knows. Some differ. [3]")).toEqual({
      kept: [
        { text: "All share this.", cites: [1, 2] },
        { text: "Some differ.", cites: [3] },
      ],
      dropped: 1,
    });
  });

  it("drops what cites nothing, or anything that does not exist", () => {
    expect(keep("Plainly so. Also [9]. And [1][9]. Even [0].")).toEqual({ kept: [], dropped: 4 });
  });

  it("reads lists, and other scripts' stops", () => {
    expect(keep("- One [1]\n* Two [2]\n1. Three [3]").kept.map(({ text }) => text)).toEqual([
      "One",
      "Two",
      "Three",
    ]);
    expect(keep("大家同意[1]。有些人不同意[2]。").kept).toHaveLength(2);
    expect(keep("هل يتفقون [1]؟ نعم [2].").kept).toHaveLength(2);
  });

  it("never keeps a sentence without a known citation, whatever comes", () => {
    const word = fc.constantFrom(
      "a.",
      " [1]",
      "[7]",
      "。",
      "\n",
      "[",
      "]",
      "!",
      " b ",
      "[2,3]",
      "[2,9]",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        for (const { cites } of keep(words.join("")).kept) {
          expect(cites.length).toBeGreaterThan(0);
          expect(cites.every((number) => known.has(number))).toBe(true);
        }
      }),
    );
  });
});

describe("what is sent for a summary", () => {
  it("is the question, and each statement in a line with its sums, none of fewer than five people", () => {
    const votes = { agrees: 8, disagrees: 2, passes: 1 };
    const few = { agrees: 3, disagrees: 0, passes: 1 };
    const byGroup = [
      { letter: "A", votes },
      { letter: "B", votes: few },
    ];
    const text = summaryRequest({
      question: "Who mows?",
      language: "en",
      groups: [{ letter: "A", people: 11 }],
      statements: [{ number: 4, text: "All\n\n[5] do.", counts: votes, byGroup }],
    });
    expect(text.split("\n").slice(-4)).toEqual([
      "Question: Who mows?",
      "Group A: 11 people.",
      "",
      '[4] "All [5] do." All: 8 agree, 2 disagree, 1 pass. Group A: 8 agree, 2 disagree, 1 pass.',
    ]);
  });
});
