import type { z } from "zod";
import {
  type Import,
  ImportProblem,
  ImportReport,
  ImportStage,
  type importProgressed,
} from "#shared/contract/transfer.ts";
import type { Standing } from "../platform/actor.ts";
import { mayCancelImport } from "./policy.ts";
import type { ReadImport } from "./store.ts";

type ImportProgress = z.output<(typeof importProgressed)["payload"]>["imports"][number];

/** How an import stands. */
export function progressView({ row, by }: ReadImport): ImportProgress {
  const { communityId, id, kind, title, status, done, total, debateId, createdAt, endedAt } = row;
  return {
    communityId,
    id,
    kind,
    title,
    status,
    stage: ImportStage.parse(row.stage),
    done,
    total,
    problem: ImportProblem.nullable().parse(row.problem),
    report: ImportReport.nullable().parse(row.report),
    debateId,
    by,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** How an import stands, and what the reader may do about it. */
export const importView = (standing: Standing, found: ReadImport): Import => ({
  ...progressView(found),
  can: { cancel: mayCancelImport(standing, found.row) },
});
