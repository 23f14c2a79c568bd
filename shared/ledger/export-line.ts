import { entryText } from "./entry.ts";
import { LedgerExportLine } from "./export.ts";

/**
 * A line of an export; undefined unless it is written in the very bytes in which exports write it. Whoever reads the
 * same lines then reads the same things, and no byte can be another without being noticed.
 */
export function readExportLine(text: string): LedgerExportLine | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    const { data: line } = LedgerExportLine.safeParse(raw);
    // What is hashed is what was sent, not what parsing made of it.
    return line && writeExportLine(raw as LedgerExportLine) === text ? line : undefined;
  } catch {
    return undefined;
  }
}

/** An entry stands there as it is hashed, and beside it what it commits to. */
export function writeExportLine(line: LedgerExportLine): string {
  if (line.type !== "entry") return JSON.stringify(line);
  const { entry, words, leafHash } = line;
  const beside = `"words":${JSON.stringify(words)},"leafHash":${JSON.stringify(leafHash)}`;
  return `{"type":"entry","entry":${entryText(entry)},${beside}}`;
}
