import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

interface Addresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A database of the PostgreSQL that the common program started: its own, or the named one. */
export async function addressesOf(database = "folkmoot"): Promise<Addresses> {
  const folder = process.env["E2E_DATA_FOLDER"] ?? "";
  const kept = JSON.parse(await readFile(path.join(folder, "database.json"), "utf8")) as {
    ownerPassword: string;
    appPassword: string;
    port: number;
  };
  const at = (role: string, word: string) =>
    `postgres://${role}:${word}@127.0.0.1:${kept.port}/${database}`;
  return {
    ownerUrl: at("folkmoot_owner", kept.ownerPassword),
    appUrl: at("folkmoot_app", kept.appPassword),
  };
}

/** One statement after the other, on one connection. */
export async function runSql(url: string, statements: readonly pg.QueryConfig[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database beside the common one, for programs that share it; it goes with the PostgreSQL. */
export async function makeDatabase(): Promise<Addresses> {
  const name = `apart_${crypto.randomUUID().replaceAll("-", "")}`;
  const { ownerUrl } = await addressesOf();
  await runSql(ownerUrl, [{ text: `create database ${name}` }]);
  return addressesOf(name);
}
