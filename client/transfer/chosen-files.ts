import { importLimits } from "#shared/contract/transfer.ts";
import type { PolisFile } from "#shared/transfer/polis-fault.ts";
import { type DebateFileKind, debateFileOf } from "#shared/transfer/debate-file-name.ts";
import { polisFileOf } from "#shared/transfer/polis-file-name.ts";

/** What is known of a chosen file before it is sent. */
export interface ChosenFile {
  readonly file: File;
  readonly kind: PolisFile | DebateFileKind | undefined;
  readonly fault: "unknown" | "twice" | "tooLarge" | "alone" | null;
}

/** Packing makes such files about ten times smaller; what is larger than that is not even tried. */
const surelyTooLarge = (file: File): boolean =>
  file.size > importLimits.bytes * (/\.gz$/i.test(file.name) ? 1 : 20);

/** Looks at chosen files by their names and sizes: which of an export's files each is, and what is wrong with it. */
export function lookAt(files: readonly File[]): ChosenFile[] {
  const seen = new Set<PolisFile | DebateFileKind>();
  return files.map((file) => {
    const debate = debateFileOf(file.name);
    const kind = polisFileOf(file.name) ?? debate;
    if (kind === undefined) return { file, kind, fault: "unknown" };
    if (debate !== undefined && files.length > 1) return { file, kind, fault: "alone" };
    if (seen.has(kind)) return { file, kind, fault: "twice" };
    seen.add(kind);
    return { file, kind, fault: surelyTooLarge(file) ? "tooLarge" : null };
  });
}

const isDebate = (kind: ChosenFile["kind"]): boolean =>
  kind === "kialo" || kind === "argdown" || kind === "bundle";

/** Which files an import still needs: the statements, and votes in one of two forms. */
export function missingOf(chosen: readonly ChosenFile[]): ("comments" | "votes")[] {
  if (chosen.some(({ kind, fault }) => fault === null && isDebate(kind))) return [];
  const has = (kind: PolisFile) => chosen.some((one) => one.kind === kind && one.fault === null);
  const missing: ("comments" | "votes")[] = [];
  if (!has("comments.csv")) missing.push("comments");
  if (!has("votes.csv") && !has("participants-votes.csv")) missing.push("votes");
  return missing;
}

/** Adds files to those chosen before; one of the same name takes the place of the earlier one. */
export function withMore(before: readonly File[], more: readonly File[]): File[] {
  const names = new Set(more.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...more];
}
