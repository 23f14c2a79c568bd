import path from "node:path";
import { projectFolder } from "#db/project-folder.ts";
import { readEnv } from "../env.ts";
import { announceRestore } from "../ledger/public.ts";

// npm run announce-restore: says that an older copy of the database was restored on purpose.
const env = readEnv(process.env);
await announceRestore(path.join(path.resolve(projectFolder, env.DATA_FOLDER), "ledger"));
process.stdout.write(
  "Every public ledger that lost entries says so in an entry of its own, and goes on from there: within\n" +
    "seconds where the program runs, otherwise when it starts. Witnesses will notice; tell them.\n",
);
