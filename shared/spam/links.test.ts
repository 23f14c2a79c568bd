import { expect, it } from "vitest";
import { linksIn } from "./links.ts";

it("finds where links lead, whatever stands around them", () => {
  const text =
    "See (https://www.Example.org/a?b=1), www.two.example. Or **http://three.example:80/x**!";
  expect(linksIn(text)).toMatchObject({
    count: 3,
    hosts: ["example.org", "two.example", "three.example"],
  });
  expect(linksIn("請看https://例子.測試/路徑，謝謝").hosts).toEqual(["xn--fsqu00a.xn--g6w251d"]);
  expect(linksIn("[pills](https://pills.example) https://pills.example/2")).toMatchObject({
    count: 2,
    hosts: ["pills.example"],
  });
});

it("is not fooled by a name before the host", () => {
  expect(linksIn("https://example.org@evil.example/").hosts).toEqual(["evil.example"]);
});

it("says how much of a text is links", () => {
  expect(linksIn("")).toEqual({ count: 0, hosts: [], share: 0, rest: "" });
  expect(linksIn("https://example.org").share).toBe(1);
  expect(linksIn("Look at https://council.example/a/very/long/path before voting").share).toBe(0.2);
  expect(linksIn("請看 https://council.example/path 再投票").share).toBe(0.25);
  expect(linksIn("No links here, e.g. none.").count).toBe(0);
});
