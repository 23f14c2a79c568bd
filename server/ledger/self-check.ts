import { setTimeout as pause } from "node:timers/promises";
import { type Db, poolBelow } from "#db/client.ts";
import { type NoteKey, verifierKeyOf } from "#shared/merkle/note.ts";
import { createBell } from "../platform/bell.ts";
import { factsOf } from "../platform/log.ts";
import type { LedgerProblem } from "../platform/ledger-watch.ts";
import { keyChanges, unnumberedActs } from "./check-store.ts";
import { allLedgers, findCheckpoint, type LedgerState } from "./checkpoint-store.ts";
import type { SequencerDeps } from "./sequencer.ts";
import { isRetired, signerOf } from "./keys.ts";
import { contradiction } from "./signing.ts";
import { sizeOf, type Sql } from "./store.ts";
import { createWalk, type Walk } from "./walk.ts";

export interface CheckDeps extends SequencerDeps {
  readonly db: Db;
}

/** Twice a minute, so that whoever asks knows within one. */
const everyMs = 25_000;
/** How long one round looks at entries that it has seen before; some hundred thousand. */
const budgetMs = 8_000;

export interface SelfCheck {
  /** Looks at every ledger now. */
  run(): Promise<void>;
}

/**
 * Looks whether each ledger is as this server signed it: what is new since it last looked, and from the beginning as
 * much as there is time for, going on from there the next time.
 */
export function createSelfCheck(
  deps: CheckDeps,
  isStopped: () => boolean = () => false,
): SelfCheck {
  const { ledgers, log } = deps;
  const on = poolBelow(deps.db);
  /** Of each ledger a walk that has reached its end, and one that begins anew again and again. */
  const tails = new Map<string, Walk>();
  const rounds = new Map<string, Walk>();

  async function walk(one: Walk, size: number, until = Number.POSITIVE_INFINITY) {
    while (one.done < size && performance.now() < until && !isStopped()) {
      const began = performance.now();
      const problem = await one.step(on, size);
      if (problem) return problem;
      // As long as it took, everybody else has their turn.
      await pause(performance.now() - began);
    }
    return undefined;
  }

  async function follow(state: LedgerState): Promise<LedgerProblem | undefined> {
    const { communityId, size } = state;
    const tail = tails.get(communityId) ?? (await beginWalk(deps, on, communityId));
    tails.set(communityId, tail);
    const problem = await walk(tail, size);
    // Whatever it has counted in is not to be trusted any more.
    if (problem) tails.delete(communityId);
    return problem;
  }

  async function goRound(state: LedgerState, until: number): Promise<LedgerProblem | undefined> {
    const { communityId, size } = state;
    const round = rounds.get(communityId) ?? (await beginWalk(deps, on, communityId));
    rounds.set(communityId, round);
    const problem = await walk(round, size, until);
    if (problem || round.done >= size) rounds.delete(communityId);
    return problem;
  }

  async function look(state: LedgerState, until: number): Promise<LedgerProblem | undefined> {
    const entries = (await follow(state)) ?? (await goRound(state, until));
    if (entries) return entries;
    return checkWhole(deps, on, state.communityId);
  }

  return {
    async run() {
      const until = performance.now() + budgetMs;
      for (const state of await allLedgers(on)) {
        if (isStopped()) return;
        const problem = await look(state, until);
        if (!problem) {
          if (!rounds.has(state.communityId)) ledgers.clear(state.communityId);
        } else if (ledgers.report(problem)) {
          log.error({ ...problem }, "a ledger is not as it was signed");
        }
      }
    },
  };
}

async function beginWalk(deps: CheckDeps, on: Sql, communityId: string): Promise<Walk> {
  const changes = await keyChanges(on, communityId);
  const named = new Set(changes.flatMap(({ from, to }) => [from, to]));
  const isOurs = (key: NoteKey) =>
    signerOf(deps, key.publicKey) !== undefined || named.has(verifierKeyOf(key));
  return createWalk(communityId, isOurs);
}

/** What no single entry tells: whether the tree holds all that was signed, and all acts. */
async function checkWhole(
  deps: CheckDeps,
  on: Sql,
  communityId: string,
): Promise<LedgerProblem | undefined> {
  // What was signed is read before the size: the tree may grow meanwhile.
  const last = await findCheckpoint(on, communityId);
  const notes = [await deps.memory.read(communityId), last?.note];
  const size = await sizeOf(on, communityId);
  const problem = await contradiction(on, { communityId, size, notes });
  if (problem) return problem;
  if (last && (await isRetired(deps, on, { communityId, signedBy: last.signedBy }))) {
    return { communityId, fault: "key-retired", seq: null };
  }
  const unnumbered = await unnumberedActs(on, communityId);
  return unnumbered > 0 ? { communityId, fault: "act-unnumbered", seq: null } : undefined;
}

/** How often somebody looks whether it is their turn to look. */
const waitMs = 500;

/**
 * Has every ledger looked at from now on, by the node that signs them: others may not know yet by which key that does.
 * @param isActive whether that is this one
 */
export function startSelfCheck(deps: CheckDeps, isActive: () => boolean) {
  const bell = createBell(everyMs);
  let stopped = false;
  const check = createSelfCheck(deps, () => stopped);

  async function keepChecking(): Promise<void> {
    while (!stopped) {
      if (!isActive()) {
        await bell.next(waitMs);
        continue;
      }
      try {
        await check.run();
      } catch (error) {
        deps.log.warn(factsOf(error), "the ledgers could not be looked at");
      }
      if (!stopped) await bell.next();
    }
  }

  const done = keepChecking();
  return {
    stop() {
      stopped = true;
      bell.ring();
      return done;
    },
  };
}
