import { stat } from "node:fs/promises";
import { checkCases } from "./cases.ts";
import { failuresIn, report } from "./report.ts";

const usage = "npm run conformance -- <folder with cases in subfolders, or one file>";

async function isThere(name: string): Promise<boolean> {
  const about = await stat(name).catch(() => undefined);
  return about !== undefined && (about.isDirectory() || about.isFile());
}

/** Checks the cases of a folder and tells how they fare. The number is what the program ends with. */
export async function runConformance(
  [folder, ...more]: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const refuse = (reason: string) => {
    say(reason);
    return 2;
  };
  if (folder === undefined || more.length > 0 || folder.startsWith("-")) return refuse(usage);
  if (!(await isThere(folder))) return refuse(`There is no folder ${folder}.`);
  const findings = await checkCases(folder);
  for (const line of report(findings)) say(line);
  if (findings.length === 0) {
    say(`There are no cases to check in ${folder}.`);
    return 1;
  }
  return failuresIn(findings) > 0 ? 1 : 0;
}
