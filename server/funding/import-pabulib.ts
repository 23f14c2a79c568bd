import { fundingLimits, type importPabulib as contract } from "#shared/contract/funding.ts";
import { hashText } from "#shared/counting/lot-order.ts";
import type { FundingBallot } from "#shared/funding/ballot.ts";
import { hashFundingBallots, hashProjects, inPlainOrder } from "#shared/funding/bundle.ts";
import { type PabulibRound, readPabulib } from "#shared/funding/pabulib.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { countApart } from "./count-apart.ts";
import { tell } from "./planning.ts";
import { databaseNow } from "../platform/now-store.ts";
import { countRounds, findListed, saveProjects, saveRound } from "./store.ts";
import { roundView } from "./views.ts";

/** Brings in a round that was held elsewhere, and counts it by a rule of ours. */
export async function importPabulib(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { communityId, participantId: authorId } = standing;
  const reading = readPabulib(body.text);
  if (!reading.ok) {
    const { code, values } = reading.fault;
    refuseField("import-invalid", "text", because(code, values));
  }
  const { round } = reading;
  const settings = settingsFor(round, body.rule);
  const named = withOwnIds(deps, round);
  const ballots = inPlainOrder(named.ballots);
  const ballotsHash = hashFundingBallots(ballots);
  const { budget } = round;
  const seed = deps.random.token();
  const counted = { budget, settings, projects: named.projects, ballots, ballotsHash, seed };
  const outcome = await countApart(counted);
  return deps.transact(async (tx) => {
    const { rounds: most } = fundingLimits;
    if ((await countRounds(tx.db, communityId)) >= most) {
      throw new Refusal("not-allowed", because("most-funding-rounds", { most }));
    }
    const id = deps.random.id();
    const now = await databaseNow(tx.db);
    await saveRound(tx.db, {
      communityId,
      id,
      authorId,
      settings,
      budget,
      ballots,
      ballotsHash,
      outcome,
      seed,
      title: cut(round.title, fundingLimits.title) || "Pabulib",
      about: "",
      currency: round.currency || "-",
      electorate: { roles: ["owner", "moderator", "member"] },
      phase: "closed",
      closesAt: now,
      openedAt: now,
      closedAt: now,
      isImported: true,
      electorateSize: outcome.voters,
      seedHash: hashText(seed),
      projectsHash: hashProjects(named.projects),
    });
    await saveImported(tx, { communityId, roundId: id, proposerId: authorId }, named.projects);
    await tell(tx, { communityId, roundId: id }, "closed");
    const listed = await findListed(tx.db, { communityId, roundId: id });
    if (!listed) throw new Error("a round that was imported is there");
    return roundView(listed);
  }, once);
}

const cut = (text: string, most: number) =>
  Array.from(
    text
      .normalize("NFC")
      .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, " ")
      .trim(),
  )
    .slice(0, most)
    .join("");

function settingsFor(
  { form, most }: PabulibRound,
  rule: "equal-shares" | "greedy",
): FundingSettings {
  const common = { form, most, utility: "cost" } as const;
  return rule === "greedy" ? { rule, ...common } : { rule, ...common, completion: "add1" };
}

/** Projects get ids of ours; whatever file they are from, they are called by their titles. */
function withOwnIds({ random }: Deps, { projects, ballots }: PabulibRound) {
  const ids = new Map(projects.map(({ id }) => [id, random.id()]));
  const own = (id: string) => ids.get(id) ?? id;
  return {
    projects: projects.map(({ id, title, cost }) => {
      const name = cut(title, fundingLimits.title) || cut(id, fundingLimits.title) || "-";
      return { id: own(id), title: name, cost, least: cost };
    }),
    ballots: ballots.map(({ ballot, heads }) => ({ ballot: renamed(ballot, own), heads })),
  };
}

function renamed(ballot: FundingBallot, own: (id: string) => string): FundingBallot {
  if (ballot.form === "approval") {
    return { form: "approval", projects: ballot.projects.map(own).toSorted() };
  }
  if ("projects" in ballot) return { ...ballot, projects: ballot.projects.map(own) };
  const amounts = (given: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(given).map(([id, amount]) => [own(id), amount]));
  return "points" in ballot
    ? { ...ballot, points: amounts(ballot.points) }
    : { ...ballot, credits: amounts(ballot.credits) };
}

interface Owned {
  readonly communityId: string;
  readonly roundId: string;
  readonly proposerId: string;
}

async function saveImported(
  tx: Tx,
  owned: Owned,
  projects: ReturnType<typeof withOwnIds>["projects"],
): Promise<void> {
  const plain = { summary: "", team: "", openness: "", milestones: [] };
  await saveProjects(
    tx.db,
    projects.map((project) => ({ ...plain, ...project, ...owned })),
  );
}
