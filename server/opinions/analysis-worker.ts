import "../platform/background.ts";
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import { hashNatively } from "#shared/merkle/bytes.ts";
import { analyseDebate, type AnalysisTask } from "./analyse-debate.ts";
import { createKeep } from "./keep.ts";

/* A thread of its own, which goes on between analyses; see `analyst.ts`. Whatever fails ends it. */

hashNatively((bytes) => createHash("sha256").update(bytes).digest());
const { databaseUrl } = workerData as { readonly databaseUrl: string };
const { db } = await openConnection(databaseUrl, "folkmoot opinions");
const keep = createKeep();

async function run(task: AnalysisTask): Promise<boolean> {
  const { isNews, kept } = await db.transaction((tx) =>
    analyseDebate(tx, task, keep.of(task.debateId)),
  );
  keep.set(task.debateId, kept);
  return isNews;
}

parentPort?.on("message", (task: AnalysisTask) => {
  void run(task).then((isNews) => parentPort?.postMessage(isNews));
});
