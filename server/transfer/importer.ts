import { accountRoom } from "#shared/contract/event.ts";
import { importProgressed } from "#shared/contract/transfer.ts";
import type { Deps } from "../deps.ts";
import { factsOf } from "../platform/log.ts";
import { type ImportJob, runImport, Stopped } from "./run-import.ts";
import { findImport, type ImportIds } from "./store.ts";
import { progressView } from "./view.ts";

interface Run {
  readonly ids: ImportIds;
  readonly accountId: string;
  readonly stopping: AbortController;
  ended: Promise<void>;
}

/** So many imports are worked on at once by one process; each holds a connection to the database. */
const mostAtOnce = 3;
/** An import that ended is told of for a little longer, so that its end is not lost. */
const toldForMs = 3_000;

type Beginning = Omit<ImportJob, "stopping" | "onChange"> & {
  readonly accountId: string;
  /** Runs when the import has ended, however it did. */
  cleanUp(): Promise<void>;
};

/** The imports that this process works on. They go on while nobody watches, and end with the process. */
export function createImporter(deps: Deps) {
  const runs = new Map<string, Run>();
  let taken = 0;

  /** Tells an account how its imports stand; all of them at once, as only the latest news is certain to arrive. */
  function tell(accountId: string): void {
    deps.hub.fold(importProgressed, { room: accountRoom({ accountId }) }, async () => {
      const mine = [...runs.values()].filter((run) => run.accountId === accountId);
      const rows = await Promise.all(mine.map(({ ids }) => findImport(deps.db, ids)));
      return { accountId, imports: rows.flatMap((row) => (row ? [progressView(row)] : [])) };
    });
  }

  async function work(job: ImportJob, { accountId, cleanUp }: Beginning): Promise<void> {
    const { importId } = job.ids;
    try {
      await runImport(deps, job);
    } finally {
      taken -= 1;
      await cleanUp();
    }
    tell(accountId);
    setTimeout(() => runs.delete(importId), toldForMs).unref();
  }

  return {
    /** Takes one of the few seats, to be given back or used up by `begin`; false when there is none. */
    takeSeat(): boolean {
      if (taken >= mostAtOnce) return false;
      taken += 1;
      return true;
    },
    giveSeatBack(): void {
      taken -= 1;
    },
    begin(beginning: Beginning): void {
      const { ids, accountId } = beginning;
      const stopping = new AbortController();
      const job = { ...beginning, stopping, onChange: () => tell(accountId) };
      const run: Run = { ids, accountId, stopping, ended: Promise.resolve() };
      runs.set(ids.importId, run);
      run.ended = work(job, beginning).catch((error: unknown) =>
        deps.log.error(factsOf(error), "an import"),
      );
    },
    /** Stops the work on an import, if this process does it; others find out by themselves. */
    cancel(importId: string): void {
      runs.get(importId)?.stopping.abort(new Stopped("cancelled"));
    },
    /** Stops all of them, as the process ends. */
    async stop(): Promise<void> {
      const all = [...runs.values()];
      for (const { stopping } of all) stopping.abort(new Stopped("interrupted"));
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

export type Importer = ReturnType<typeof createImporter>;
