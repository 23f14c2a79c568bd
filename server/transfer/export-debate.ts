import type { ExportFormat, exportDebate as contract } from "#shared/contract/transfer.ts";
import { argdownLines } from "#shared/transfer/argdown.ts";
import { kialoLines } from "#shared/transfer/kialo.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { Download, inPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { topicWord } from "../topics/public.ts";
import { bundleLines } from "./export-bundle.ts";
import { type Exported, gather, plainArgument } from "./exported.ts";
import { markdownLines } from "./export-markdown.ts";
import { polisFiles } from "./export-polis.ts";
import { responseRows } from "./export-responses.ts";
import { tables } from "./export-tables.ts";
import { zipped } from "./zip.ts";

const text = "text/plain; charset=utf-8";
const kinds = {
  bundle: { ending: "json", type: "application/json; charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown; charset=utf-8" },
  kialo: { ending: "txt", type: text },
  argdown: { ending: "argdown", type: text },
  csv: { ending: "csv.zip", type: "application/zip" },
  polis: { ending: "polis.zip", type: "application/zip" },
} as const satisfies Record<ExportFormat, { ending: string; type: string }>;

/** A debate as a file, for whoever may read it. */
export async function exportDebate(
  deps: Deps,
  { standing, params }: Call<typeof contract>,
): Promise<Download> {
  const { communityId, debateId, format } = params;
  const ids = { communityId, debateId };
  const debate = await readableDebate(deps, standing, ids);
  const topic = await topicWord(deps.db, debate);
  const exported = await gather(deps, ids, { ...debate, topic });
  if (format === "polis" && exported.responders === null) {
    throw new Refusal("phase-forbids", because("responses-later"));
  }
  return new Download(debate.question, kinds[format], contentOf(deps, exported, format));
}

function contentOf(
  { db }: Deps,
  exported: Exported,
  format: ExportFormat,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case "bundle":
      return inPieces(bundleLines(exported, (which) => responseRows(db, exported, which)));
    case "markdown":
      return inPieces(markdownLines(exported));
    case "kialo":
      return inPieces(kialoLines(plainArgument(exported)));
    case "argdown":
      return inPieces(argdownLines(plainArgument(exported)));
    case "csv":
      return zipped(tables(exported));
    case "polis":
      return zipped(polisFiles(db, exported));
    default:
      throw new RangeError(`no format ${String(format satisfies never)}`);
  }
}
