import { existsSync } from "node:fs";
import path from "node:path";

/** The folder of package.json, whether the code runs from its sources or from the bundle in dist/. */
export const projectFolder: string = findUpwards(import.meta.dirname);

function findUpwards(from: string): string {
  let folder = from;
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) return from;
    folder = parent;
  }
  return folder;
}
