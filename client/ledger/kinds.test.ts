import { describe, expect, it } from "vitest";
import { actionKinds } from "#shared/contract/moderated.ts";
import { changeKinds } from "#shared/contract/structure.ts";
import words from "../locales/en/ledger.json" with { type: "json" };
import { sentenceKeys } from "./kinds.ts";

const entryOf = (kind: string) => ({
  seq: 1,
  time: "2026-01-01T00:00:00.000Z",
  kind,
  actor: null,
  subject: "s",
  payload: {},
});

/** What stands in the words under a key such as `kind.claim.moved`. */
const under = (key: string) =>
  key
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], words);

describe("an entry of the ledger", () => {
  const done = actionKinds.map((kind) => `moderation.${kind}`);
  const arranged = changeKinds.map((kind) => `claim.${kind}`);

  it.each([...done, ...arranged, "dispute.ruled", "content.withdrawn"])(
    "%s is told of in a sentence of its own",
    (kind) => {
      expect(under(sentenceKeys(entryOf(kind))[0] ?? "")).toEqual(expect.any(String));
    },
  );

  it("of a kind that nobody foresaw says the kind", () => {
    const [own = "", last = ""] = sentenceKeys(entryOf("harvest.blessed"));
    expect(under(own)).toBeUndefined();
    expect(under(last)).toContain("{{kind}}");
  });
});
