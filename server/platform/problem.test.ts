import { describe, expect, it } from "vitest";
import { toProblem } from "./problem.ts";

/** An error as the driver gives it: PostgreSQL's own inside the one of the query. */
function failed(code: string): Error {
  const cause = Object.assign(new Error("canary: a value"), { code, severity: "ERROR" });
  return Object.assign(new Error("Failed query: select canary", { cause }), { query: "select" });
}

describe("an error of the database", () => {
  it.each([
    ["the connection broke", "08006"],
    ["it takes no more connections", "53300"],
    ["its disk is full", "53100"],
    ["an administrator ends it", "57P01"],
    ["it starts or stops", "57P03"],
    ["a statement took too long", "57014"],
    ["it cannot read its files", "58030"],
    ["it is a copy that only reads", "25006"],
    ["a lock was not to be had", "55P03"],
    ["transactions got in each other's way again and again", "40001"],
    ["transactions waited for each other", "40P01"],
    ["nobody listens", "ECONNREFUSED"],
    ["its name is not known just now", "EAI_AGAIN"],
    ["its machine cannot be reached", "EHOSTUNREACH"],
  ])("means not now, when %s", (_what, code) => {
    expect(toProblem(failed(code), "r")).toMatchObject({
      type: "/problems/unavailable",
      status: 503,
    });
  });

  it.each(["23505", "22P02", "42703", "XX000"])(
    "is a fault of ours otherwise (%s), and nothing of it is told but a number to ask with",
    (code) => {
      const problem = toProblem(failed(code), "the-request");
      expect(problem).toMatchObject({ status: 500, requestId: "the-request" });
      expect(JSON.stringify(problem)).not.toMatch(/canary|select|ERROR/);
    },
  );
});

describe("whatever else is thrown", () => {
  it.each([undefined, null, "canary", 7, { statusCode: 302 }, Object.create(null)])(
    "ends in a problem document (%#)",
    (thrown) => {
      const problem = toProblem(thrown, "r");
      expect([422, 500]).toContain(problem.status);
      expect(JSON.stringify(problem)).not.toContain("canary");
    },
  );
});
