import "../platform/background.ts";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import { hashNatively } from "#shared/merkle/bytes.ts";
import { inLargerPieces } from "../platform/download.ts";
import { piecesOf, type Task } from "./export-apart.ts";
import { recordOf } from "./store.ts";

/* A thread of its own, which gives one piece each time it is asked; see `export-apart.ts`. */

hashNatively((bytes) => createHash("sha256").update(bytes).digest());
const port = parentPort;
if (!port) throw new Error("this is a thread");
const { databaseUrl, ids } = workerData as Task;
const text = new TextEncoder();

const { db, close } = await openConnection(databaseUrl, "folkmoot opinions");
const record = await recordOf(db, ids);
await close();
if (!record) throw new Error("a run that is exported is there");
for await (const piece of inLargerPieces(piecesOf(record))) {
  const bytes = text.encode(piece);
  port.postMessage(bytes, [bytes.buffer]);
  await once(port, "message");
}
port.postMessage(null);
port.close();
