import { expect, it } from "vitest";
import { createLately } from "./lately.ts";

it("tells again what a room was told lately, and of each thing once", () => {
  const lately = createLately();
  const told: string[] = [];
  for (const what of ["a", "b", "a"]) lately.tell("hall", what, () => told.push(what));
  lately.tell("attic", "c", () => told.push("c"));
  expect(told).toEqual(["a", "b", "a", "c"]);
  told.length = 0;
  lately.tellAgain("hall");
  expect(told).toEqual(["a", "b"]);
});

it("forgets what nobody can have missed", async () => {
  const lately = createLately(20);
  let told = 0;
  lately.tell("hall", "a", () => (told += 1));
  await new Promise((resolve) => setTimeout(resolve, 30));
  lately.tellAgain("hall");
  lately.tidy();
  lately.tellAgain("hall");
  expect(told).toBe(1);
});
