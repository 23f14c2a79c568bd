import { describe, expect, it } from "vitest";
import { linksIn, textOfLinks, unreadLines } from "./links-text.ts";

const [one, two, three] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

describe("what a card links to, in lines", () => {
  it("is named by the addresses of its pages, whole or below this site", () => {
    const text = `https://moot.example/c/garden/d/${one}/arguments\n\n/c/garden/commitments/${two}\n/c/garden/d/${one}/power/${three}`;
    expect(linksIn(text)).toEqual([
      { kind: "debate", id: one },
      { kind: "commitment", id: two },
      { kind: "decision", id: three },
    ]);
  });

  it("comes back as it was written", () => {
    const links = [
      { kind: "debate" as const, id: one, title: "A", debateId: one },
      { kind: "decision" as const, id: three, title: "B", debateId: one },
      { kind: "commitment" as const, id: two, title: "C", debateId: null },
    ];
    const named = links.map(({ kind, id }) => ({ kind, id }));
    expect(linksIn(textOfLinks(links, "garden"))).toEqual(named);
  });

  it("is told where a line names nothing", () => {
    expect(unreadLines(`/c/garden/d/${one}\nour debate on moss\n`)).toEqual(["our debate on moss"]);
  });
});
