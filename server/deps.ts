import type { Db } from "#db/client.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { Room } from "#shared/contract/event.ts";
import type { Env } from "./env.ts";
import type { Actor, Standing } from "./platform/actor.ts";
import type { Hub } from "./platform/hub.ts";
import type { LedgerWatch } from "./platform/ledger-watch.ts";
import type { Log } from "./platform/log.ts";
import type { Mailer } from "./platform/mailer.ts";
import type { OpinionMaps } from "./platform/opinion-maps.ts";
import type { Provider } from "./platform/provider.ts";
import type { Redis } from "./platform/redis.ts";
import type { FetchedPage } from "./platform/safe-fetch.ts";
import type { Sessions } from "./platform/sessions.ts";
import type { Signer } from "./platform/signer.ts";
import type { Stamps } from "./platform/stamps.ts";
import type { SummaryWriter } from "./platform/summary-writer.ts";
import type { Screened } from "./platform/moderated.ts";
import type { Transact, Tx } from "./platform/transact.ts";
import type { Vault } from "./platform/vault.ts";
import type { Visits } from "./platform/visits.ts";

/** Randomness, so that tests can fix it. */
export interface Random {
  /** A new id, ordered by time. */
  id(): string;
  /** A secret of 256 bits for links and keys, safe in URLs. */
  token(): string;
}

/** Everything with side effects that a use case may reach. Tests pass their own. */
export interface Deps {
  readonly env: Env;
  readonly db: Db;
  readonly transact: Transact;
  readonly sessions: Sessions;
  readonly hub: Hub;
  readonly clock: () => Date;
  readonly random: Random;
  readonly mailer: Mailer;
  readonly vault: Vault;
  readonly signer: Signer;
  /** What this installation knows again by a key of its own, without keeping it. */
  readonly stamps: Stamps;
  /** Which ledgers are not as they were. */
  readonly ledgers: LedgerWatch;
  /** Those who respond without an account; undefined where no key signs what their browsers keep. */
  readonly visits: Visits | undefined;
  /** Whom people may sign in by besides, where the settings name somebody. */
  readonly provider: Provider | undefined;
  /** The language model that may write summaries, where the settings name one. */
  readonly summaryWriter: SummaryWriter | undefined;
  /** Fetches a page that a person named, from a public address only. */
  fetchPage(url: string): Promise<FetchedPage>;
  /** More ballots than so many are counted after the transaction that closes a decision, in a thread of their own. */
  readonly mostCountedAtOnce: number;
  readonly log: Log;
  /** What joins this node with others, where it is one of several. */
  readonly redis: Redis | undefined;
  /** How somebody stands in a community; null when there is no such community. */
  findStanding(actor: Actor, communityId: string): Promise<Standing | null>;
  /** To be called after members or the privacy of a community changed. */
  forgetStandings(): void;
  readonly opinionMaps: OpinionMaps;
  /** Which opinion group of a debate each of some people is in; null where it has no clear ones. */
  opinionGroups?(
    debate: { readonly communityId: string; readonly debateId: string },
    participantIds: readonly string[],
  ): Promise<ReadonlyMap<string, number> | null>;
  /**
   * To be called at the end of the transaction in which a member writes something: refuses what comes too fast, and
   * gives the mark of what waits for a moderator before others read it.
   */
  screen(tx: Tx, said: Screened): Promise<ModerationMark | null>;
  /** Refuses to change something that a moderator has locked, or to add to it: for what is not screened. */
  refuseLocked(tx: Tx, what: Pick<Screened, "standing" | "subject">): Promise<void>;
  /** Whether somebody may hear a room. */
  mayJoin(actor: Actor, room: Room): Promise<boolean>;
}
