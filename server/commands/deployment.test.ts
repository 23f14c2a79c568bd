import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "#db/project-folder.ts";
import { readEnv } from "../env.ts";
import { settings } from "../settings.ts";

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly configs?: readonly { readonly source: string }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

const read = (name: string) => readFileSync(path.join(projectFolder, name), "utf8");
const compose = parse(read("docker-compose.yml")) as Compose;
const services = Object.entries(compose.services);

/** What compose makes of `${NAME}`, `${NAME:-otherwise}` and `${NAME:?message}`. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\w+(?::[-?][^}]*)?\}/g, (place) => {
    const [name = "", otherwise] = place.slice(2, -1).split(":");
    return values[name] ?? (otherwise?.startsWith("-") ? otherwise.slice(1) : "");
  });
}

const answers = { DOMAIN: "moot.example.org", APP_PASSWORD: "a-1", OWNER_PASSWORD: "o-2" };

function appEnvironment(): Record<string, string> {
  const entries = Object.entries(compose.services["app"]?.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, filled(String(value), answers)]));
}

describe("docker-compose.yml", () => {
  it("runs PostgreSQL, Redis, the program and a proxy with TLS", () => {
    expect(Object.keys(compose.services)).toEqual(["postgres", "redis", "app", "caddy"]);
  });

  it("gives the program settings that exist and are accepted", () => {
    const environment = appEnvironment();
    expect(Object.keys(environment).filter((name) => !(name in settings))).toEqual([]);
    expect(readEnv(environment)).toMatchObject({
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://moot.example.org",
      TRUST_PROXY: 1,
      DEMO: false,
      SMTP_URL: undefined,
    });
  });

  it("keeps the owner of the tables apart from the role of the app", () => {
    const { DATABASE_URL, MIGRATION_DATABASE_URL } = readEnv(appEnvironment());
    expect(new URL(DATABASE_URL ?? "").username).toBe("folkmoot_app");
    expect(new URL(MIGRATION_DATABASE_URL ?? "").username).toBe("folkmoot_owner");
    const script = compose.configs["app-role"]?.content ?? "";
    expect(script).toContain("CREATE ROLE folkmoot_app LOGIN PASSWORD :'password'");
    expect(compose.services["postgres"]?.environment?.["POSTGRES_USER"]).toBe("folkmoot_owner");
  });

  it.each(services)("checks the health of %s", (_name, service) => {
    expect(service.healthcheck?.test[0]).toBe("CMD");
  });

  it.each(services)(
    "names only volumes, networks and files that it defines: %s",
    (_name, service) => {
      const volumes = (service.volumes ?? []).map((volume) => volume.split(":")[0] ?? "");
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(volumes));
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...service.networks]));
      const files = (service.configs ?? []).map(({ source }) => source);
      expect(Object.keys(compose.configs)).toEqual(expect.arrayContaining(files));
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(compose.services[other]?.healthcheck).toBeDefined();
        expect(condition).toBe("service_healthy");
      }
    },
  );

  it("lets the world in through the proxy alone, and keeps what must last on volumes", () => {
    const open = services.filter(([, service]) => service.ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(["caddy"]);
    expect(compose.services["postgres"]?.volumes?.[0]).toMatch(/^postgres-data:/);
    expect(compose.services["caddy"]?.volumes?.join()).toContain("caddy-data:");
    expect(compose.configs["caddyfile"]?.content).toContain("dynamic a app 3000");
  });
});

describe("the Dockerfile", () => {
  const lines = read("Dockerfile").split("\n");
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM")));

  it("has stages, and runs the last one as an ordinary user", () => {
    expect(lines.filter((line) => line.startsWith("FROM")).length).toBeGreaterThan(2);
    const user = last.findIndex((line) => line.startsWith("USER"));
    expect(last[user]).toBe("USER node");
    expect(last.slice(user).some((line) => line.startsWith("CMD"))).toBe(true);
    expect(last.some((line) => line.startsWith("HEALTHCHECK"))).toBe(true);
  });

  it("copies only what exists, and only settings that exist", () => {
    const sources = lines
      .filter((line) => line.startsWith("COPY") && !line.includes("--from"))
      .flatMap((line) => line.split(" ").slice(1, -1));
    for (const source of sources) expect(existsSync(path.join(projectFolder, source))).toBe(true);
    const env =
      last
        .find((line) => line.startsWith("ENV"))
        ?.split(" ")
        .slice(1) ?? [];
    const names = env.map((pair) => pair.split("=")[0] ?? "");
    expect(names.filter((name) => !(name in settings))).toEqual([]);
  });
});
