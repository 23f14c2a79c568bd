import { expect, it } from "vitest";
import type { Statement } from "#shared/contract/statements.ts";
import { addCards, changeCard, newDeck, respondTo, takeBack } from "./deck.ts";

const card = (id: string): Statement => ({
  communityId: "c",
  debateId: "d",
  id,
  text: `Statement ${id}`,
  language: "en",
  author: { id: "p", name: "Pia", kind: "member" },
  sourceNumber: null,
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  status: "shown",
  counts: null,
  visitors: null,
  mine: null,
  can: { respond: true, edit: false, withdraw: false },
});
const deck = () => newDeck(["a", "b", "c"].map(card), { responded: 2, total: 5 });
const idsOf = ({ waiting }: { waiting: readonly Statement[] }) => waiting.map(({ id }) => id);

it("shows the next card once the one on top was answered, and counts it", () => {
  const after = respondTo(deck(), 1);
  expect(idsOf(after)).toEqual(["b", "c"]);
  expect(after.progress).toEqual({ responded: 3, total: 5 });
});

it("brings the last card back with its answer, and does not count it twice", () => {
  const back = takeBack(respondTo(deck(), -1));
  expect(idsOf(back)).toEqual(["a", "b", "c"]);
  expect(back.waiting[0]?.mine).toBe(-1);
  expect(respondTo(back, 0).progress.responded).toBe(3);
});

it("has nothing to take back before the first answer", () => {
  expect(takeBack(deck())).toEqual(deck());
});

it("never shows a card again that is here or was answered here", () => {
  const after = addCards(respondTo(deck(), 1), ["a", "b", "d"].map(card), {
    responded: 3,
    total: 6,
  });
  expect(idsOf(after)).toEqual(["b", "c", "d"]);
  expect(after.progress.total).toBe(6);
});

it("does not go back when the server counted before the last answer reached it", () => {
  const answered = respondTo(respondTo(deck(), 1), 1);
  const after = addCards(answered, ["c"].map(card), { responded: 3, total: 5 });
  expect(after.progress).toEqual({ responded: 4, total: 5 });
});

it("drops a card that was withdrawn and rewords one that was changed", () => {
  expect(idsOf(changeCard(deck(), "b", () => null))).toEqual(["a", "c"]);
  const reworded = changeCard(deck(), "a", (one) => ({ ...one, text: "Better" }));
  expect(reworded.waiting[0]?.text).toBe("Better");
});

it("stays as it is when there is nothing left to answer", () => {
  const empty = newDeck([], { responded: 5, total: 5 });
  expect(respondTo(empty, 1)).toEqual(empty);
});
