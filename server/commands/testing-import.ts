import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "#db/project-folder.ts";
import type { TestServer } from "../testing/server.ts";

/** Begins an import as an operator does, on the database of a server that runs. */
export function startImport(server: TestServer, args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/commands/import.ts", ...args], {
    cwd: projectFolder,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "test",
      DATABASE_URL: server.databaseUrl,
      MIGRATION_DATABASE_URL: server.ownerUrl,
    },
  });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said.text += chunk.toString();
    });
  }
  return { child, said, ended: once(child, "close") as Promise<[number | null]> };
}

/** Imports to the end: how the command ended, and what it said. */
export async function runImport(server: TestServer, args: readonly string[]) {
  const { said, ended } = startImport(server, args);
  const [code] = await ended;
  return { code, text: said.text };
}
