import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { areas } from "#shared/conformance/areas.ts";
import { failure, type Area, type Finding } from "#shared/conformance/finding.ts";

/** What a run found: each expectation, and folders that nothing here can check. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly leftOut: readonly { readonly folder: string; readonly cases: number }[];
}

const isCase = (file: string) => file.endsWith(".json") && !file.startsWith(".");

async function casesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isCase(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** The name that a case gives itself, otherwise that of its file. */
function idOf(content: unknown, file: string): string {
  const named = typeof content === "object" && content !== null && "id" in content;
  return named && typeof content.id === "string" ? content.id : path.basename(file, ".json");
}

async function checkFile(area: Area, file: string): Promise<readonly Finding[]> {
  const about = { area: area.name, id: path.basename(file, ".json"), rule: "case" };
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [failure(about, `malformed: not readable as JSON: ${reason}`)];
  }
  const id = idOf(content, file);
  try {
    return area.check(id, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [failure({ ...about, id }, `the check broke down: ${reason}`)];
  }
}

async function checkFolder(area: Area, folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of await casesIn(folder)) {
    findings.push(...(await checkFile(area, path.join(folder, file))));
  }
  return findings;
}

/** Checks a folder of cases: its subfolders by their names, or itself where it is one of them. */
export async function checkCases(folder: string): Promise<Checked> {
  const areaOf = (name: string) => areas.find((area) => area.name === name);
  const itself = areaOf(path.basename(path.resolve(folder)));
  const inside = (await readdir(folder)).toSorted();
  const isArea = itself !== undefined && (await casesIn(folder)).length > 0;
  if (isArea) return { findings: await checkFolder(itself, folder), leftOut: [] };
  const findings: Finding[] = [];
  const leftOut: { folder: string; cases: number }[] = [];
  for (const name of inside) {
    const subfolder = path.join(folder, name);
    if (!(await stat(subfolder)).isDirectory()) continue;
    const area = areaOf(name);
    if (area) findings.push(...(await checkFolder(area, subfolder)));
    else leftOut.push({ folder: name, cases: (await casesIn(subfolder)).length });
  }
  return { findings, leftOut };
}
