import type { exportMyData as contract } from "#shared/contract/leaving.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { zipped, type ZipFile } from "../transfer/public.ts";
import { areas } from "./areas-store.ts";
import { ownerOf, rowsOf } from "./export-store.ts";

const kind = { ending: "zip", type: "application/zip", plainTitle: "my-data" };

/** All that is kept about whoever asks, and all that they wrote, read table by table as it is sent. */
export async function exportMyData(deps: Deps, { actor }: Call<typeof contract>) {
  return new Download("folkmoot my data", kind, zipped(filesOf(deps, actor.accountId)));
}

async function* filesOf({ db, clock }: Deps, accountId: string): AsyncGenerator<ZipFile> {
  yield { name: "README.md", content: pieces([readme(clock())]) };
  const owner = await ownerOf(db, accountId);
  for (const area of areas) {
    const rows = await rowsOf(db, area, owner);
    yield { name: area.file, content: pieces(jsonLines(rows)) };
  }
}

async function* pieces(lines: Iterable<string>): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** A JSON list with one entry on each line. */
function* jsonLines(rows: readonly Record<string, unknown>[]): Generator<string> {
  yield "[";
  for (const [at, row] of rows.entries()) {
    const text = JSON.stringify(Object.fromEntries(Object.entries(row).map(plain)));
    yield at < rows.length - 1 ? `${text},` : text;
  }
  yield "]";
}

/** What JSON has no word for. */
function plain([name, value]: [string, unknown]): [string, unknown] {
  if (typeof value === "bigint") return [name, String(value)];
  return [name, Buffer.isBuffer(value) ? value.toString("base64") : value];
}

function readme(now: Date): string {
  return [
    "# Your data on Folkmoot",
    "",
    `All that was kept about you on ${now.toISOString().slice(0, 10)}, and all that you wrote.`,
    "",
    "Each file is a list in JSON; times are in UTC. `communityId` says in which community something",
    "is: `communities/names.json` has your name in each, and the id under which the rest names you there.",
    "What opens something, such as passwords and secrets of links, is left out.",
    "",
    "| file | what it holds |",
    "| --- | --- |",
    ...areas.map(({ file, about }) => `| ${file} | ${about} |`),
  ].join("\n");
}
