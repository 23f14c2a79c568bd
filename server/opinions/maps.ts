import type { Db } from "#db/client.ts";
import { createFold } from "../platform/fold.ts";
import { factsOf, type Log } from "../platform/log.ts";
import { oncePer } from "../platform/once-per.ts";
import type { OpinionMaps } from "../platform/opinion-maps.ts";
import { analystOn } from "./analyst.ts";
import { runsOn } from "./runs.ts";
import { askFor, type RunRow } from "./store.ts";

const askEveryMs = 2_000;

const extremitiesIn = oncePer(
  ({ map, statementIds }: RunRow) =>
    new Map(
      map.statements.map(({ statement, extremity }) => [statementIds[statement] ?? "", extremity]),
    ),
);

/** Opinion maps as other features need them, with the groups of the newest. */
export function createOpinionMaps(db: Db, log: Pick<Log, "warn">) {
  const asking = createFold(askEveryMs);
  const runs = runsOn(db);
  const maps: OpinionMaps = {
    changed(ids) {
      asking.touch(ids.debateId, () => {
        askFor(db, ids).catch((error: unknown) =>
          log.warn(factsOf(error), "an analysis of opinions could not be asked for"),
        );
      });
    },
    async extremities(ids) {
      const newest = await runs.newest(ids);
      return newest ? extremitiesIn(newest) : new Map();
    },
    async stop() {
      asking.stop();
      await analystOn(db).stop();
    },
  };
  return { opinionMaps: maps, opinionGroups: runs.groupsOf };
}
