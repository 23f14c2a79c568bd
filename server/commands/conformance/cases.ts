import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { areas as kernels } from "#shared/conformance/areas.ts";
import { failure, type Area, type Finding } from "#shared/conformance/finding.ts";
import { areaByShape } from "#shared/conformance/area-by-shape.ts";
import { hostile, isHostileCase } from "./hostile/area.ts";

/** Kinds of cases that the kernels answer, and the one for which the whole product is asked. */
const areas = [...kernels, hostile];

type AnyArea = Area | typeof hostile;

const isCase = (file: string) => /\.json$/i.test(file) && !path.basename(file).startsWith(".");
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const idOfFile = (file: string) => path.basename(file).replace(/\.json$/i, "");

/** Folders in folders go no deeper; what is linked in a circle ends here too. */
const deepest = 8;

/** All cases below a folder, links followed, in the order of their names. */
async function casesIn(folder: string, depth = 0): Promise<string[]> {
  if (depth > deepest) return [];
  const found: string[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const place = path.join(folder, name);
    const about = await stat(place).catch(() => undefined);
    if (about?.isDirectory()) found.push(...(await casesIn(place, depth + 1)));
    else if (about?.isFile() && isCase(name)) found.push(place);
  }
  return found;
}

/** The name that a case gives itself, otherwise that of its file. */
function idOf(content: unknown, fallback: string): string {
  const named = typeof content === "object" && content !== null && "id" in content;
  return named && typeof content.id === "string" && content.id !== "" ? content.id : fallback;
}

/** A file holds one case, or a list of them. */
function listOf(content: unknown, id: string): { id: string; content: unknown }[] {
  const holds = typeof content === "object" && content !== null && "cases" in content;
  const list: unknown = holds ? content.cases : content;
  if (!Array.isArray(list)) return [{ id: idOf(content, id), content }];
  return list.map((one: unknown, at) => ({ id: idOf(one, `${id}[${at}]`), content: one }));
}

/** Some editors put a mark in front, which is no JSON. An option may be called what objects keep for themselves. */
const readJson = (text: string): unknown =>
  JSON.parse(text.replace(/^\uFEFF/, "").replaceAll('"__proto__"', '"__proto__ "'));

async function check(area: AnyArea, id: string, content: unknown): Promise<readonly Finding[]> {
  try {
    return await area.check(id, content);
  } catch (error) {
    const about = { area: area.name, id, rule: "case" };
    return [failure(about, `the check broke down: ${reasonOf(error)}`)];
  }
}

const areaOf = (content: unknown): AnyArea | undefined =>
  areaByShape(content) ?? (isHostileCase(content) ? hostile : undefined);

const notChecked = (about: Pick<Finding, "area" | "id">, reason: string): Finding => ({
  ...about,
  rule: "case",
  verdict: "not-applicable",
  reason,
});

interface Source {
  readonly file: string;
  /** by the name of its folder; undefined where no folder says what kind of case it is */
  readonly kind: string | undefined;
}

async function checkFile({ file, kind }: Source): Promise<readonly Finding[]> {
  const area = areas.find(({ name }) => name === kind);
  const about = { area: kind ?? "(unknown)", id: idOfFile(file), rule: "case" };
  if (kind !== undefined && !area) {
    return [notChecked(about, "nothing here checks this kind of cases")];
  }
  let content: unknown;
  try {
    content = readJson(await readFile(file, "utf8"));
  } catch (error) {
    return [failure(about, `malformed: not readable as JSON: ${reasonOf(error)}`)];
  }
  const list = listOf(content, about.id);
  if (list.length === 0) return [failure(about, "malformed: it holds no case")];
  const findings: Finding[] = [];
  for (const one of list) {
    const fitting = area ?? areaOf(one.content);
    if (fitting) findings.push(...(await check(fitting, one.id, one.content)));
    else
      findings.push(notChecked({ ...about, id: one.id }, "nothing tells what kind of case it is"));
  }
  return findings;
}

/** What the folders on the way to a file call it: the innermost that is a kind of cases, else the outermost. */
function kindOf(file: string, root: string): string | undefined {
  const below = path.relative(root, path.dirname(file)).split(path.sep).filter(Boolean);
  const itself = path.basename(root);
  const isKind = (name: string) => areas.some((area) => area.name === name);
  return [itself, ...below].findLast(isKind) ?? below[0];
}

/** Checks a folder of cases: its subfolders by their names, or itself where it is one of them; or one file. */
export async function checkCases(place: string): Promise<readonly Finding[]> {
  const root = path.resolve(place);
  const isFile = (await stat(root)).isFile();
  const files = isFile ? [root] : await casesIn(root);
  const top = isFile ? path.dirname(root) : root;
  const findings: Finding[] = [];
  for (const file of files) findings.push(...(await checkFile({ file, kind: kindOf(file, top) })));
  return findings;
}
