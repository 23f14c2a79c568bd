import type pg from "pg";
import { actsChannel } from "../platform/ledger-store.ts";
import type { Hub } from "../platform/hub.ts";
import { type Listener, startListener, takeLock } from "../platform/listener.ts";
import type { Log } from "../platform/log.ts";
import { queueFormerActs, unbegunCommunities } from "./begin-store.ts";
import { allLedgers } from "./checkpoint-store.ts";
import type { Memory } from "./memory.ts";
import { numberActs } from "./numbering.ts";
import { settleRestores } from "./restoring.ts";
import { enterRotation } from "./rotation.ts";
import type { Keys } from "./keys.ts";
import { signTree } from "./signing.ts";
import { tellSigned } from "./tell.ts";
import { waitingCommunities, within } from "./store.ts";
import type { LedgerWatch } from "../platform/ledger-watch.ts";

const sequencerLock = 7_201_010;
/** Under load a community's tree is signed this often. */
const signEveryMs = 1_000;

export interface SequencerDeps extends Keys {
  readonly memory: Memory;
  readonly ledgers: LedgerWatch;
  readonly hub: Hub;
  readonly log: Log;
}

export interface Sequencer extends Listener {
  /** Whether it is this node that numbers and signs. */
  isActive(): boolean;
}

/** Numbers public acts and signs the trees. Of all nodes one does so (advisory lock on its own connection). */
export function startSequencer(deps: SequencerDeps, url: string): Sequencer {
  let active = false;
  const { stop } = startListener({
    url,
    name: "folkmoot-ledger",
    channels: [actsChannel],
    log: deps.log,
    lost: "the ledger lost its connection; reconnecting",
    begin(client, isStopped) {
      let round: Round | undefined;
      return async () => {
        if (!round && (await takeLock(client, sequencerLock))) {
          round = createRound(deps, client, isStopped);
          await round.takeUp();
          active = true;
        }
        await round?.go();
      };
    },
    end() {
      active = false;
    },
  });
  return { isActive: () => active, stop };
}

interface Round {
  /** Finds what others left undone, and what was never begun. */
  takeUp(): Promise<void>;
  /** Numbers what waits, and signs what is due. */
  go(): Promise<void>;
}

function createRound(deps: SequencerDeps, client: pg.ClientBase, isStopped: () => boolean): Round {
  const { ledgers, log } = deps;
  const unsigned = new Set<string>();
  const signedAt = new Map<string, number>();

  async function number(communityId: string): Promise<void> {
    while (!isStopped() && !ledgers.isBlocked(communityId)) {
      const count = await within(client, () => numberActs(client, communityId));
      if (count === 0) return;
      unsigned.add(communityId);
      await sign(communityId);
    }
  }

  async function sign(communityId: string): Promise<void> {
    const last = signedAt.get(communityId) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - last < signEveryMs) return;
    signedAt.set(communityId, performance.now());
    const { signedSize, problem } = await within(client, () => signTree(deps, client, communityId));
    unsigned.delete(communityId);
    if (signedSize !== undefined) tellSigned(deps, { communityId, size: signedSize });
    if (problem && ledgers.report(problem)) log.error({ ...problem }, "a ledger can't be signed");
  }

  return {
    async takeUp() {
      for (const id of await unbegunCommunities(client)) {
        await within(client, () => queueFormerActs(client, id));
      }
      for (const state of await allLedgers(client)) {
        await within(client, () => enterRotation(deps, client, state));
        // Whatever is signed already is compared with what this server remembers.
        await sign(state.communityId);
      }
    },
    async go() {
      await settleRestores(deps, client);
      for (const communityId of await waitingCommunities(client)) await number(communityId);
      for (const communityId of unsigned) await sign(communityId);
    },
  };
}
