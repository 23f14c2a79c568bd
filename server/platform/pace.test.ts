import { expect, it } from "vitest";
import { createPace } from "./pace.ts";

function paceAt() {
  let at = 0;
  const pace = createPace(() => at);
  const take = (times: number, who = "ada") =>
    Array.from({ length: times }, () => pace.take(who)).filter(Boolean).length;
  return { pace, take, wait: (ms: number) => (at += ms) };
}

it("lets somebody send sixty messages at once, and twenty a second after that", () => {
  const { take, wait } = paceAt();
  expect(take(60)).toBe(60);
  expect(take(1)).toBe(0);
  wait(1_050);
  expect(take(40)).toBe(20);
});

it("lets who goes on flooding wait longer, but not for ever", () => {
  const { take, wait } = paceAt();
  take(5_000);
  wait(1_000);
  expect(take(1)).toBe(0);
  wait(5_000);
  expect(take(1)).toBe(1);
});

it("counts everybody for themselves, and forgets who has been quiet", () => {
  const { pace, take, wait } = paceAt();
  take(100);
  expect(take(10, "ben")).toBe(10);
  expect(pace.size).toBe(2);
  wait(11_000);
  take(1, "ben");
  pace.tidy();
  expect(pace.size).toBe(1);
  expect(take(60)).toBe(60);
});
