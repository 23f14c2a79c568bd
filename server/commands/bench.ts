import { startOnOwnCluster } from "../testing/own-cluster.ts";
import { benchAcceptability } from "./bench/acceptability.ts";
import { benchClaims } from "./bench/claims.ts";
import { benchReading } from "./bench/reading.ts";
import { benchFanOut } from "./bench/fan-out.ts";
import { benchFinding } from "./bench/finding.ts";
import { benchResponses } from "./bench/responses.ts";
import { benchSimilar } from "./bench/similar.ts";
import { type Figure, printFigures } from "./bench/figures.ts";

/*
 * npm run bench [responses|claims|fan-out|acceptability|reading|finding|similar]: how fast the product is, each figure as a ratio to a named
 * limit measured in turns with it in the same run, on an embedded PostgreSQL that keeps its promises.
 */

// As people run it: tests check every reply in full, which costs more than to make it.
const server = await startOnOwnCluster({ env: { NODE_ENV: "production" } });
const benches = {
  responses: benchResponses,
  claims: benchClaims,
  "fan-out": benchFanOut,
  acceptability: benchAcceptability,
  reading: benchReading,
  finding: benchFinding,
  similar: benchSimilar,
};
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
}
