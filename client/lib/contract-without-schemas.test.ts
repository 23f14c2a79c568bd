import { expect, test } from "vitest";
import { z } from "./contract-without-schemas.ts";

test("schemas of any shape can be written down", () => {
  const Thing = z.object({ id: z.uuid().brand<"Thing">(), tags: z.array(z.enum(["a", "b"])) });
  const More = Thing.extend({ ...Thing.shape, next: z.string().max(3).nullable() }).meta({
    id: "x",
  });
  expect(More).toBeDefined();
});

test("whoever would check something with them is told that it can't be done here", () => {
  expect(() => z.string().parse(3)).toThrow("no schemas in the browser");
  expect(() => z.enum(["a"]).options).toThrow("no schemas in the browser");
});
