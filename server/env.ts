import type { z } from "zod";
import { StartProblem } from "#db/start-problem.ts";
import { settings } from "./settings.ts";

type Settings = typeof settings;
type Name = keyof Settings;

/** The settings of this run, checked. */
export type Env = { readonly [N in Name]: z.output<Settings[N]["schema"]> };

const names = Object.keys(settings) as Name[];

/**
 * Checks the environment against the table of settings. An empty variable counts as left out.
 * @throws StartProblem naming the first setting that is wrong, what it must be, and the way out.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const entries = names.map((name) => [name, readSetting(name, source[name])] as const);
  const env = Object.fromEntries(entries) as unknown as Env;
  refuseContradictions(env);
  return env;
}

function readSetting(name: Name, text: string | undefined): unknown {
  const { schema, must, example } = settings[name];
  const value = text === undefined || text.trim() === "" ? undefined : text.trim();
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StartProblem(
    `${name} must be ${must}, but it is "${shown(name, value ?? "")}": set it to something like ${example}, or leave it out.`,
  );
}

function shown(name: Name, value: string): string {
  if (!("secret" in settings[name])) return value;
  if (!value.includes("://")) return "***";
  return value.replace(/(:\/\/[^:/@]*):.*@/, "$1:***@");
}

function refuseContradictions(env: Env): void {
  if ((env.OIDC_ISSUER === undefined) !== (env.OIDC_CLIENT_ID === undefined)) {
    throw new StartProblem(
      "OIDC_ISSUER and OIDC_CLIENT_ID belong together: set both, or neither to have no sign-in by a provider.",
    );
  }
  if ((env.SUMMARY_URL === undefined) !== (env.SUMMARY_MODEL === undefined)) {
    throw new StartProblem(
      "SUMMARY_URL and SUMMARY_MODEL belong together: set both, or neither to have no summaries written.",
    );
  }
  if (env.MIGRATION_DATABASE_URL !== undefined && env.DATABASE_URL === undefined) {
    throw new StartProblem(
      "MIGRATION_DATABASE_URL is set, but DATABASE_URL is not: set both, or neither to use the embedded PostgreSQL.",
    );
  }
  if (env.ROLE !== "all" && env.DATABASE_URL === undefined) {
    throw new StartProblem(
      `ROLE=${env.ROLE} needs a PostgreSQL that several processes share: set DATABASE_URL, or leave ROLE out.`,
    );
  }
}

interface Row {
  readonly name: string;
  readonly otherwise: string;
  readonly about: string;
}

function rows(): Row[] {
  return names.map((name) => {
    const setting = settings[name];
    const initial: unknown = setting.schema.safeParse(undefined).data;
    const otherwise = "otherwise" in setting ? setting.otherwise : String(initial);
    return { name, otherwise, about: setting.about };
  });
}

/** The text of `npm start -- --help`. */
export function settingsHelp(): string {
  const lines = rows().map(
    (row) => `  ${row.name}\n      ${row.about}\n      Otherwise: ${row.otherwise}`,
  );
  return [
    "npm start              install, build, start PostgreSQL, serve",
    "npm run dev            the same, and follow every change of the sources",
    "npm start -- --help    this text",
    "",
    "Settings are environment variables, all of them optional:",
    "",
    ...lines,
    "",
  ].join("\n");
}

/** The table of settings, as the README holds it between its two marks. */
export function settingsTable(): string {
  const lines = rows().map((row) => `| \`${row.name}\` | ${row.about} | ${row.otherwise} |`);
  return ["| Setting | Meaning | Otherwise |", "| --- | --- | --- |", ...lines, ""].join("\n");
}
