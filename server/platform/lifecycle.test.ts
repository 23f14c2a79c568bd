import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { StartProblem } from "#db/start-problem.ts";
import { createLifecycle, startSentence } from "./lifecycle.ts";

const listening = () => {
  const lines: string[] = [];
  const log = {
    info: (line: string) => lines.push(line),
    error: (line: string) => lines.push(line),
  };
  return { lines, log };
};

describe("the end of the process", () => {
  it("ends last what was started first, each part after the one before it", async () => {
    const { log } = listening();
    const order: string[] = [];
    const life = createLifecycle(log);
    life.onStop("database", () => void order.push("database"));
    life.onStop("requests", async () => {
      await wait(20);
      order.push("requests");
    });
    expect(await life.stop()).toBe(true);
    expect(order).toEqual(["requests", "database"]);
  });

  it("happens once, however often it is asked for", async () => {
    let times = 0;
    const life = createLifecycle(listening().log);
    life.onStop("part", () => void times++);
    await Promise.all([life.stop(), life.stop()]);
    expect(times).toBe(1);
  });

  it("goes on past a part that fails or hangs, names it, and keeps to its limit", async () => {
    const { lines, log } = listening();
    const order: string[] = [];
    const life = createLifecycle(log, { step: 50, total: 10_000 });
    life.onStop("database", () => void order.push("database"));
    life.onStop("hanging", () => new Promise<void>(() => undefined));
    life.onStop("failing", () => Promise.reject(new Error("out of order")));
    const began = Date.now();
    expect(await life.stop()).toBe(false);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(order).toEqual(["database"]);
    expect(lines.join("\n")).toContain("failing did not end well: out of order");
    expect(lines.join("\n")).toContain("hanging did not end well: still busy");
  });
});

describe("a problem at the start", () => {
  it("is told in its own words", () => {
    expect(startSentence(new StartProblem("Do this."))).toBe("Do this.");
  });

  it.each([
    [{ code: "EADDRINUSE", port: 3000 }, "Port 3000 is in use"],
    [
      { code: "EADDRNOTAVAIL", syscall: "listen", address: "10.9.9.9" },
      "HOST 10.9.9.9 is not an address",
    ],
    [{ code: "EACCES", syscall: "listen", port: 80 }, "Port 80 may only be opened"],
    [{ code: "EACCES", path: "/data" }, "/data cannot be written"],
  ])("is one sentence with the way out: %j", (facts, sentence) => {
    const told = startSentence(Object.assign(new Error("raw"), facts));
    expect(told).toContain(sentence);
    expect(told).not.toContain("\n");
  });
});
