import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "#db/project-folder.ts";
import { settingsTable } from "../env.ts";

// npm run settings: writes the table of settings into the README.
const file = path.join(projectFolder, "README.md");
const before = /<!-- settings -->[^]*<!-- \/settings -->/;
const table = `<!-- settings -->\n${settingsTable()}<!-- /settings -->`;
writeFileSync(
  file,
  readFileSync(file, "utf8").replace(before, () => table),
);
