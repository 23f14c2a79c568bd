import { startOnOwnCluster } from "../testing/own-cluster.ts";
import { benchAccountability } from "./bench/accountability.ts";
import { benchAcceptability } from "./bench/acceptability.ts";
import { benchBallots } from "./bench/ballots.ts";
import { benchClaims } from "./bench/claims.ts";
import { benchCount } from "./bench/count.ts";
import { benchFunding } from "./bench/funding.ts";
import { benchLedger } from "./bench/ledger.ts";
import { benchPower } from "./bench/power.ts";
import { benchOpinions } from "./bench/opinions.ts";
import { benchReading } from "./bench/reading.ts";
import { benchFanOut } from "./bench/fan-out.ts";
import { benchFinding } from "./bench/finding.ts";
import { benchRemaking } from "./bench/remaking.ts";
import { benchResponses } from "./bench/responses.ts";
import { benchSimilar } from "./bench/similar.ts";
import { benchSortition } from "./bench/sortition.ts";
import { benchTally } from "./bench/tally.ts";
import { benchTreasury } from "./bench/treasury.ts";
import { benchVerifying } from "./bench/verifying.ts";
import { type Figure, printFigures } from "./bench/figures.ts";

/*
 * npm run bench [name ...]: how fast the product is, all of it or what the names below say. Each figure is a ratio to a
 * named limit measured in turns with it in the same run, on an embedded PostgreSQL that keeps its promises.
 */

/** What needs nothing but a processor is measured before a server runs beside it. */
const alone = {
  acceptability: benchAcceptability,
  tally: benchTally,
  power: benchPower,
  opinions: benchOpinions,
  count: benchCount,
  funding: benchFunding,
  sortition: benchSortition,
};
const onServer = {
  responses: benchResponses,
  ballots: benchBallots,
  claims: benchClaims,
  "fan-out": benchFanOut,
  reading: benchReading,
  remaking: benchRemaking,
  finding: benchFinding,
  similar: benchSimilar,
  ledger: benchLedger,
  treasury: benchTreasury,
  accountability: benchAccountability,
  verifying: benchVerifying,
};
const wanted = process.argv.slice(2);
const chosen = <B>(benches: Readonly<Record<string, B>>): [string, B][] =>
  Object.entries(benches).filter(([name]) => wanted.length === 0 || wanted.includes(name));

const figures: Figure[] = [];
for (const [name, bench] of chosen(alone)) {
  console.log(`measuring ${name} ...`);
  figures.push(...(await bench()));
}
if (chosen(onServer).length > 0) {
  // As people run it: tests check every reply in full, which costs more than to make it.
  const server = await startOnOwnCluster({ env: { NODE_ENV: "production" } });
  try {
    for (const [name, bench] of chosen(onServer)) {
      console.log(`measuring ${name} ...`);
      figures.push(...(await bench(server)));
    }
  } finally {
    await server.close();
  }
}
printFigures(figures);
