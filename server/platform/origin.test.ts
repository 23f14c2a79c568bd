import { expect, it } from "vitest";
import { isOwnOrigin } from "./origin.ts";

const own = "https://moot.example.org";

it.each([
  ["a foreign site", "https://evil.example.org"],
  ["a sandboxed frame", "null"],
  ["a look-alike that ends the same", "https://evil-moot.example.org"],
  ["a look-alike that begins the same", "https://moot.example.org.evil.example"],
  ["the same host without TLS", "http://moot.example.org"],
  ["the same host on another port", "https://moot.example.org:8443"],
  ["a user part that looks like us", "https://moot.example.org@evil.example"],
])("%s is not us", (_who, origin) => {
  expect(isOwnOrigin({ origin, host: "moot.example.org" }, own)).toBe(false);
});

it("our own pages are us", () => {
  expect(isOwnOrigin({ origin: own, host: "moot.example.org" }, own)).toBe(true);
});

it("without a public address the host that was asked decides", () => {
  const host = "localhost:3000";
  expect(isOwnOrigin({ origin: "http://localhost:3000", host }, undefined)).toBe(true);
  expect(isOwnOrigin({ origin: "http://localhost:3001", host }, undefined)).toBe(false);
  expect(isOwnOrigin({ origin: "null", host }, undefined)).toBe(false);
});

it("a command line sends no origin and is let in; a foreign page without one is not", () => {
  expect(isOwnOrigin({ host: "moot.example.org" }, own)).toBe(true);
  expect(isOwnOrigin({ "sec-fetch-site": "cross-site" }, own)).toBe(false);
  expect(isOwnOrigin({ "sec-fetch-site": "same-site" }, own)).toBe(false);
});
