import { defineConfig } from "vitest/config";

const integration = {
  environment: "node" as const,
  globalSetup: ["./server/platform/testing-setup.ts"],
  pool: "forks" as const,
  // Reading the whole server anew for every file took longer than many a file's tests; each has a server of its own.
  isolate: false,
  // What thousands of requests leave behind is cleared away in fewer rounds.
  execArgv: ["--max-semi-space-size=32"],
  hookTimeout: 180_000,
  // As with the stories: what real sockets and processes do late once, on a busy machine, a fault of ours does twice.
  retry: 1,
};

export default defineConfig({
  test: {
    // Of use to nobody but who looks for a fault: a machine may be several times slower than another.
    testTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
    // Two at a time even on two cores: most of a test is waiting for the database, the network or a clock.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          isolate: false,
          include: ["shared/**/*.test.ts", "client/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "components", environment: "happy-dom", include: ["client/**/*.test.tsx"] },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: "integration",
          include: ["server/**/*.test.ts", "db/**/*.test.ts", "e2e/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: "soak",
          include: process.env["SOAK"] === undefined ? [] : ["**/*.soak.ts"],
          exclude: ["node_modules/**", "dist/**"],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
