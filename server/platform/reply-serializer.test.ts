import { describe, expect, it } from "vitest";
import { z } from "zod";
import { castBallot } from "#shared/contract/decisions.ts";
import { endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/index.ts";
import { type Ballot, methodIds } from "#shared/voting/index.ts";
import { prewritten } from "./prewritten.ts";
import { replySchema } from "./reply-schema.ts";
import { replySerializer } from "./reply-serializer.ts";

function replying<R extends z.ZodType>(reply: R) {
  const contract = endpoint({
    name: "answer",
    summary: "An answer",
    method: "GET",
    path: "/api/answer",
    access: "public",
    reply,
  });
  const write = replySerializer(contract, false);
  return (value: unknown): unknown => JSON.parse(write(value).join(""));
}

const Named = z.object({ name: z.string() }).meta({ id: "NamedInATest" });

describe("a reply", () => {
  it("takes parts as they are that were written before", () => {
    const answer = replying(z.object({ all: z.array(Named), one: Named, name: z.string() }));
    const part = { name: '$& "Ada"' };
    const all = prewritten<(typeof part)[]>(JSON.stringify([part, part]));
    const one = prewritten<typeof part>(JSON.stringify(part));
    expect(answer({ all, one, name: "Ben" })).toEqual({
      all: [part, part],
      one: part,
      name: "Ben",
    });
    expect(() => answer({ all, one, name: "\uDC00" })).toThrow("has no place");
  });

  it("hands on what was written before as it lies there, and makes no long text of it", () => {
    const write = replySerializer(
      { name: "answer", reply: z.object({ all: z.array(Named) }) },
      true,
    );
    const all = JSON.stringify([{ name: "Ada" }]);
    expect(write({ all: prewritten(all) })).toEqual(['{"all":', all, "}"]);
    const halves = [all.slice(0, 5), all.slice(5)];
    expect(write({ all: prewritten(halves) })).toEqual(['{"all":', ...halves, "}"]);
    expect(write({ all: [{ name: "Ada" }] })).toEqual([`{"all":${all}}`]);
  });

  it("holds what its contract names, and nothing else at any depth", () => {
    const answer = replying(
      z.object({
        author: Named,
        editor: Named.nullable(),
        list: z.array(Named.extend({ at: z.iso.datetime().nullable() })),
        choice: z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("a"), left: z.int() }),
          z.strictObject({
            kind: z.literal("b"),
            right: z.array(z.string()),
            points: z.record(z.string(), z.int()),
          }),
          z.strictObject({ kind: z.literal("c"), left: z.array(z.int()) }),
        ]),
        counts: z.record(z.string(), z.object({ count: z.int() })),
      }),
    );
    const secret = { passwordHash: "hash" };
    const full = {
      author: { name: "Ada", ...secret },
      editor: { name: "Ben", ...secret },
      list: [{ name: "Cem", at: null, ...secret }],
      choice: { kind: "b", right: ["x"], points: { one: 1, two: 0 }, ...secret },
      counts: { one: { count: 1, ...secret } },
      ...secret,
    };
    expect(answer(full)).toEqual({
      author: { name: "Ada" },
      editor: { name: "Ben" },
      list: [{ name: "Cem", at: null }],
      choice: { kind: "b", right: ["x"], points: { one: 1, two: 0 } },
      counts: { one: { count: 1 } },
    });
  });

  it("says null where there is nothing, and leaves out what may be left out", () => {
    const answer = replying(
      z.object({
        account: Named.nullable(),
        at: z.iso.datetime().nullable(),
        rule: z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") })]).nullable(),
        value: z.union([z.literal(1), z.literal(-1), z.literal(0)]).nullable(),
        list: z.array(z.string()).nullable(),
        note: z.string().optional(),
      }),
    );
    const empty = { account: null, at: null, rule: null, value: null, list: null };
    expect(answer({ ...empty, note: undefined })).toEqual(empty);
    expect(answer({ ...empty, value: 0 })).toEqual({ ...empty, value: 0 });
  });

  it("passes on what a contract leaves open", () => {
    const answer = replying(z.object({ payload: z.unknown() }));
    const payload = { a: [1, { b: "c" }], d: null };
    expect(answer({ payload })).toEqual({ payload });
  });
});

describe("the first reply of a kind", () => {
  it("is as fast as any: no operation's serializer has to choose between shapes", () => {
    const choosing = (schema: unknown): boolean =>
      typeof schema === "object" &&
      schema !== null &&
      Object.entries(schema).some(
        ([key, part]) => /^(anyOf|oneOf|allOf|if|\$ref)$/.test(key) || choosing(part),
      );
    const found = endpoints.filter(
      ({ reply }) => !(reply instanceof z.ZodUndefined) && choosing(replySchema(reply)),
    );
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it("still knows the ballots of every method", () => {
    const write = replySerializer(castBallot, true);
    const ballots: Ballot[] = [
      { method: "plurality", choice: "a" },
      { method: "approval", approved: ["a", "b"] },
      { method: "score", scores: { a: 3, b: 0 } },
      { method: "irv", ranking: [["b"], ["a"]] },
      { method: "schulze", ranking: [["b", "a"], ["c"]] },
      { method: "ranked-pairs", ranking: [["b", "a"], ["c"]] },
      { method: "copeland", ranking: [["b", "a"], ["c"]] },
      { method: "minimax", ranking: [["b", "a"], ["c"]] },
      { method: "star", scores: { a: 3, b: 0 } },
      { method: "borda", ranking: [["b", "a"], ["c"]] },
      { method: "stv", ranking: [["b"], ["a"]] },
      { method: "meek", ranking: [["b"], ["a"]] },
      { method: "cumulative", points: { a: 7, b: 3 } },
      { method: "quadratic", votes: { a: -3, b: 2 } },
      { method: "two-round", ranking: [["b"], ["a"]] },
      { method: "majority-judgment", grades: { a: 5, b: 0 } },
      { method: "consent", stance: "block", reason: "It costs too much." },
      { method: "yes-no", answer: "abstain" },
      { method: "time-poll", availability: { a: 2, b: 1 } },
      { method: "budget", approved: ["b"] },
    ];
    expect(ballots.map(({ method }) => method).toSorted()).toEqual([...methodIds].toSorted());
    const receipt = {
      format: "folkmoot-receipt",
      version: 1,
      communityId: crypto.randomUUID(),
      decisionId: crypto.randomUUID(),
      ballotId: "b",
      revision: 1,
      hash: "h",
      nonce: "n",
      publicKey: "p",
      signature: "s",
    };
    for (const ballot of ballots) {
      const castAt = "2026-11-03T09:00:00.000Z";
      const reply = { revision: 1, castAt, ballot, reason: null, receipt };
      expect(JSON.parse(write(reply).join(""))).toEqual(reply);
    }
  });
});
