import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { startServerOn } from "../testing/server-on.ts";
import { benchClaims } from "./bench/claims.ts";
import { benchFanOut } from "./bench/fan-out.ts";
import { benchResponses } from "./bench/responses.ts";
import { type Figure, printFigures } from "./bench/figures.ts";

/*
 * npm run bench [responses|claims|fan-out]: how fast the product is, each figure as a ratio to a named
 * limit measured in turns with it in the same run, on an embedded PostgreSQL that keeps its promises.
 */

const folder = await mkdtemp(path.join(tmpdir(), "folkmoot-bench-"));
// PostgreSQL does not run as root: its account must be able to pass through.
await chmod(folder, 0o711);
const database = await startEmbedded({ dataFolder: path.join(folder, "data") });
await migrate(database);
// As people run it: tests check every reply in full, which costs more than to make it.
const env = { NODE_ENV: "production" };
const server = await startServerOn({ ...database, drop: async () => {} }, { env });
const benches = { responses: benchResponses, claims: benchClaims, "fan-out": benchFanOut };
const wanted = process.argv.slice(2);

try {
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring ${name} ...`);
    figures.push(...(await bench(server)));
  }
  printFigures(figures);
} finally {
  await server.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
