import { importLimits } from "#shared/contract/transfer.ts";
import type { PolisFile } from "#shared/transfer/polis-fault.ts";
import { polisFileOf } from "#shared/transfer/polis-file-name.ts";

/** What is known of a chosen file before it is sent. */
export interface ChosenFile {
  readonly file: File;
  readonly kind: PolisFile | undefined;
  readonly fault: "unknown" | "twice" | "tooLarge" | null;
}

/** Packing makes such files about ten times smaller; what is larger than that is not even tried. */
const surelyTooLarge = (file: File): boolean =>
  file.size > importLimits.bytes * (/\.gz$/i.test(file.name) ? 1 : 20);

/** Looks at chosen files by their names and sizes: which of an export's files each is, and what is wrong with it. */
export function lookAt(files: readonly File[]): ChosenFile[] {
  const seen = new Set<PolisFile>();
  return files.map((file) => {
    const kind = polisFileOf(file.name);
    if (kind === undefined) return { file, kind, fault: "unknown" };
    if (seen.has(kind)) return { file, kind, fault: "twice" };
    seen.add(kind);
    return { file, kind, fault: surelyTooLarge(file) ? "tooLarge" : null };
  });
}

/** Which files an import still needs: the statements, and votes in one of two forms. */
export function missingOf(chosen: readonly ChosenFile[]): ("comments" | "votes")[] {
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
