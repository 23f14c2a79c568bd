import * as contract from "#shared/contract/ledger.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { cosignCheckpoint } from "./cosign.ts";
import { exportLedger } from "./export-ledger.ts";
import { listLedger } from "./list-entries.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { proveConsistency, proveInclusion } from "./read-proofs.ts";
import { listWitnesses, setWitnesses } from "./witnesses.ts";

/** What a community did, for everybody who may see it to check. */
export function ledgerRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readLedgerCheckpoint, (call) => readCheckpoint(deps, call));
  mount(contract.listLedgerEntries, (call) => listLedger(deps, call));
  mount(contract.readInclusionProof, (call) => proveInclusion(deps, call));
  mount(contract.readConsistencyProof, (call) => proveConsistency(deps, call));
  mount(contract.exportLedger, (call) => exportLedger(deps, call));
  mount(contract.cosignCheckpoint, (call) => cosignCheckpoint(deps, call));
  mount(contract.listLedgerWitnesses, (call) => listWitnesses(deps, call));
  mount(contract.setLedgerWitnesses, (call) => setWitnesses(deps, call));
}
