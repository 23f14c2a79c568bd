import path from "node:path";
import { projectFolder } from "#db/project-folder.ts";
import { readEnv } from "../env.ts";
import { putKeyAside } from "../platform/own-key.ts";

// npm run rotate-key: the next start signs by a new key, and the old one vouches for it in each public ledger.
const env = readEnv(process.env);
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (
  env.SIGNING_KEY !== undefined ||
  (env.DATABASE_URL !== undefined && env.SECRET_KEY !== undefined)
) {
  say(
    "The signing key comes from the settings: set FORMER_SIGNING_KEY to what signs now, SIGNING_KEY",
  );
  say("to a new text of at least 32 characters, and start the program again.");
  process.exitCode = 1;
} else if (await putKeyAside(path.resolve(projectFolder, env.DATA_FOLDER))) {
  say("Start the program again: it makes a new key, and enters it in each public ledger under the");
  say("signature of the old one. Keep signing-key.former in the data folder until it has done so.");
} else {
  say("There is no signing key in the data folder yet: the program makes one when it starts.");
  process.exitCode = 1;
}
