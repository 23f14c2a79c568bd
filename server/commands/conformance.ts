import { stat } from "node:fs/promises";
import { checkCases } from "./conformance/cases.ts";
import { failuresIn, report } from "./conformance/report.ts";

/*
 * npm run conformance -- <folder>: counts published cases with the kernels of the product and compares what
 * they find with what the sources published. The folder has a subfolder for each kind of cases, named
 * elections, weighted, power, concentration or delegation, with one JSON file for each case; the forms are
 * described in shared/conformance/fixtures/README.md. Ends with 1 where anything differs or cannot be read.
 */

const [folder, ...more] = process.argv.slice(2);

async function isFolder(name: string): Promise<boolean> {
  return (await stat(name).catch(() => undefined))?.isDirectory() ?? false;
}

if (folder === undefined || more.length > 0 || folder.startsWith("-")) {
  console.error("npm run conformance -- <folder with cases in subfolders>");
  process.exitCode = 2;
} else if (!(await isFolder(folder))) {
  console.error(`There is no folder ${folder}.`);
  process.exitCode = 2;
} else {
  const checked = await checkCases(folder);
  console.log(report(checked).join("\n"));
  if (checked.findings.length === 0) console.error(`There are no cases to check in ${folder}.`);
  process.exitCode = checked.findings.length === 0 || failuresIn(checked) > 0 ? 1 : 0;
}
