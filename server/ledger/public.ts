import { hash } from "node:crypto";
import { hashNatively } from "#shared/merkle/bytes.ts";
import { createMemory } from "./memory.ts";
import { type CheckDeps, createSelfCheck, startSelfCheck } from "./self-check.ts";
import { startSequencer } from "./sequencer.ts";

export { announceRestore } from "./memory.ts";
export { ledgerRoutes } from "./routes.ts";
export { hashesOf } from "./tree.ts";

hashNatively((bytes) => new Uint8Array(hash("sha256", bytes, "buffer")));

export interface LedgerOptions {
  readonly databaseUrl: string;
  /** Where this server remembers what it signed; in the process alone where there is none. */
  readonly folder: string | undefined;
}

/** Numbers public acts, signs the ledgers, and looks again and again whether they are as they were signed. */
export function startLedgers(
  deps: Omit<CheckDeps, "memory">,
  { databaseUrl, folder }: LedgerOptions,
) {
  const all = { ...deps, memory: createMemory(folder) };
  const sequencer = startSequencer(all, databaseUrl);
  const check = startSelfCheck(all, sequencer.isActive);
  return {
    /** Looks at every ledger now, from its first entry on. */
    check: () => createSelfCheck(all).run(),
    async stop(): Promise<void> {
      await check.stop();
      await sequencer.stop();
    },
  };
}
