import { expect, it } from "vitest";
import type { Stance } from "#shared/contract/opinions.ts";
import { draftOf } from "./bridge-draft.ts";

const telling = {
  t: ((key: string, values?: { text: string }) =>
    values ? `${key} ${values.text}` : key) as never,
  words: (id: string) => id,
};
const stance = (statementId: string, side: Stance["side"]): Stance => ({ statementId, side });

it("a position out of bridges begins with what the first says, and lists them all", () => {
  const drafted = draftOf([stance("Share it.", "agree"), stance("Sell it.", "disagree")], telling);
  expect(drafted.title).toBe("bridges.said-agree Share it.");
  expect(drafted.text).toBe(
    "bridges.draft-lead\n\n- bridges.said-agree Share it.\n- bridges.said-disagree Sell it.",
  );
});

it("a position out of one bridge says it once, no longer than a title may be", () => {
  const { title, text } = draftOf([stance("x".repeat(280), "agree")], telling);
  expect(title).toHaveLength(200);
  expect(text).toBe("");
});
