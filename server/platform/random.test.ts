import { expect, it } from "vitest";
import { createRandom } from "./random.ts";

it("a token is 256 bits, and none is handed out twice", () => {
  const random = createRandom();
  const tokens = Array.from({ length: 1_000 }, () => random.token());
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});
