// Runs the program as people start it, for the stories, and leaves nothing behind when they are told.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";

const folder = process.env["DATA_FOLDER"];
if (folder === undefined)
  throw new Error("DATA_FOLDER is where the program keeps what is made here");

const program = spawn(process.execPath, ["server/commands/start.mjs"], {
  cwd: path.join(import.meta.dirname, ".."),
  stdio: "inherit",
});
// The signal goes to all of the group: the program ends itself, and what it wrote is removed after it.
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => undefined);
program.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
