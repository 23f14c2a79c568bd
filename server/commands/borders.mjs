// Who may import whom: runs dependency-cruiser, and makes sure that it looked at every file.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { projectFolder, runCommand } from "./step.mjs";

const folders = ["server", "client", "db", "shared", "e2e"];

await runCommand(async () => {
  const require = createRequire(import.meta.url);
  const { forbidden, options } = require(path.join(projectFolder, ".dependency-cruiser.cjs"));
  process.chdir(projectFolder);
  const { output } = await cruise(
    folders,
    { ...options, validate: true, ruleSet: { forbidden } },
    undefined,
    { tsConfig: extractTsConfig("tsconfig.json") },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser gave a text");
  const { violations } = output.summary;
  for (const { from, to, rule, comment } of violations) {
    console.error(`${from} -> ${to}: ${rule.name}${comment ? ` (${comment})` : ""}`);
  }
  const seen = new Set(output.modules.map(({ source }) => source));
  const missed = folders.flatMap(sourcesIn).filter((file) => !seen.has(file));
  for (const file of missed) console.error(`${file} was not looked at`);
  console.log(
    `${seen.size} modules, ${violations.length} violations, ${missed.length} files not looked at`,
  );
  return violations.length + missed.length === 0 ? 0 : 1;
});

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"));
}
