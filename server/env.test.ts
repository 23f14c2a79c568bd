import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { StartProblem } from "#db/start-problem.ts";
import { readEnv, settingsHelp, settingsTable } from "./env.ts";
import { settings } from "./settings.ts";

const refusal = (source: Record<string, string>): string => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
  return "accepted";
};

describe("the settings", () => {
  it("are all optional: an empty environment runs on this machine alone", () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATABASE_URL: undefined,
      DATA_FOLDER: ".folkmoot",
      ROLE: "all",
      DEMO: true,
      TRUST_PROXY: false,
    });
  });

  it("count an empty variable as left out, as container files write them", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " " })).toEqual(readEnv({}));
  });

  it("are read as what they are", () => {
    const env = readEnv({
      PORT: "0",
      DEMO: "false",
      TRUST_PROXY: "2",
      PUBLIC_URL: "https://moot.example.org/",
    });
    expect(env).toMatchObject({
      PORT: 0,
      DEMO: false,
      TRUST_PROXY: 2,
      PUBLIC_URL: "https://moot.example.org",
    });
    expect(readEnv({ TRUST_PROXY: "10.0.0.0/8, ::1" }).TRUST_PROXY).toBe("10.0.0.0/8, ::1");
  });

  it.each(Object.keys(settings).filter((name) => !["HOST", "DATA_FOLDER"].includes(name)))(
    "say in one sentence what is wrong with %s, and the way out",
    (name) => {
      const message = refusal({ [name]: "not this!" });
      expect(message).toContain(`${name} must be `);
      expect(message).toContain("set it to something like");
      expect(message).not.toContain("\n");
    },
  );

  it("name an example that is itself accepted", () => {
    const examples = Object.entries(settings).map(([name, { example }]) => [name, example]);
    expect(() => readEnv(Object.fromEntries(examples))).not.toThrow();
  });

  it("never show the password of an address", () => {
    expect(refusal({ DATABASE_URL: "mysql://me:hunter2@db/x" })).toContain("mysql://me:***@db/x");
  });

  it("refuse what contradicts itself", () => {
    expect(refusal({ MIGRATION_DATABASE_URL: "postgres://db/x" })).toContain("set both");
    expect(refusal({ ROLE: "worker" })).toContain("set DATABASE_URL");
  });

  it("stand in the README as they are (npm run settings puts them there)", () => {
    const readme = readFileSync(path.join(projectFolder, "README.md"), "utf8");
    expect(readme).toContain(`<!-- settings -->\n${settingsTable()}<!-- /settings -->`);
  });

  it("are all told by the help and by the table", () => {
    for (const name of Object.keys(settings)) {
      expect(settingsHelp()).toContain(`  ${name}\n`);
      expect(settingsTable()).toContain(`| \`${name}\` |`);
    }
  });
});
