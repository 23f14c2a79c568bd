import { z } from "zod";
import { hashText, seedWith } from "../counting/lot-order.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { FundingBallot, mostProjects, validateFundingBallot } from "./ballot.ts";
import { countRound } from "./outcome.ts";
import type { RoundOutcome, RoundProject } from "./round.ts";
import { FundingSettings, Money } from "./settings.ts";

export const bundleFormat = "folkmoot-funding-round";

export interface BundledProject extends RoundProject {
  readonly title: string;
  /** The SHA-256 of the title, where something stands in its place. */
  readonly titleHash?: string;
}

export interface CountedBallot {
  readonly ballot: FundingBallot;
  readonly heads: number;
}

/** All that a stranger needs to count a round again; nobody's name is in it. */
export interface RoundBundle {
  readonly format: typeof bundleFormat;
  readonly version: 1;
  readonly title: string;
  readonly currency: string;
  readonly budget: number;
  readonly settings: FundingSettings;
  readonly projects: readonly BundledProject[];
  /** told when voting opened, before anybody voted */
  readonly projectsHash: string;
  readonly seedHash: string;
  /** told when it had ended */
  readonly seed: string;
  readonly ballots: readonly CountedBallot[];
  readonly ballotsHash: string;
  readonly outcome: RoundOutcome;
}

/** The SHA-256 over what projects ask for, in their order; titles by their hashes, as some may have to be hidden. */
export const hashProjects = (projects: readonly BundledProject[]): string =>
  hashText(
    canonicalJson(
      projects.map(({ id, title, titleHash = hashText(title), cost, least }) => {
        return { id, title: titleHash, cost, least };
      }),
    ),
  );

/** The same as it was made of rounds that opened when no title could be hidden. */
const hashWithTitles = (projects: readonly BundledProject[]): string =>
  hashText(
    canonicalJson(projects.map(({ id, title, cost, least }) => ({ id, title, cost, least }))),
  );

/** The SHA-256 over ballots as they are published. */
export const hashFundingBallots = (ballots: readonly CountedBallot[]): string =>
  hashText(canonicalJson(ballots.map(({ ballot, heads }) => ({ ballot, heads }))));

/** Ballots in an order that says nothing of when they were cast, or by whom. */
export function inPlainOrder(ballots: readonly CountedBallot[]): CountedBallot[] {
  return ballots
    .map((one) => ({ one, by: canonicalJson(one.ballot) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ one }) => one);
}

type Counted = Pick<
  RoundBundle,
  "budget" | "projects" | "settings" | "ballots" | "ballotsHash" | "seed"
>;

/** Counts what is published: the lot is drawn by the seed together with the ballots. */
export function countPublished({ ballotsHash, seed, ...round }: Counted): RoundOutcome {
  const projects = round.projects.map(({ id, cost, least }) => ({ id, cost, least }));
  return countRound({ ...round, projects, seed: seedWith(seed, ballotsHash) });
}

const Digest = z.string().max(128);
const Title = z.string().max(1_000);

/** The form of a bundle that comes from somewhere; its outcome is compared, whatever it is. */
const Published = z.object({
  format: z.literal(bundleFormat),
  version: z.literal(1),
  title: Title,
  currency: Title,
  budget: Money,
  settings: FundingSettings,
  projects: z
    .array(
      z.object({
        id: z.string().max(64),
        title: Title,
        titleHash: Digest.optional(),
        cost: Money.min(1),
        least: Money,
      }),
    )
    .max(mostProjects),
  projectsHash: Digest,
  seedHash: Digest,
  seed: Digest,
  ballots: z.array(z.object({ ballot: FundingBallot, heads: z.int().min(1) })),
  ballotsHash: Digest,
  outcome: z.unknown(),
});

/** A bundle out of what somebody got from somewhere; undefined where it is none, or cannot be counted. */
export function roundBundleFrom(found: unknown): RoundBundle | undefined {
  const { data } = Published.safeParse(found);
  if (!data) return undefined;
  const projects = data.projects.map(({ id }) => id);
  if (new Set(projects).size < projects.length) return undefined;
  const { form, most } = data.settings;
  const isFit = ({ ballot }: CountedBallot) =>
    validateFundingBallot(ballot, { form, projects, most }).length === 0;
  return data.ballots.every(isFit) ? (data as RoundBundle) : undefined;
}

/** Whether it says of itself that it is the bundle of a round. */
export const claimsRound = (found: unknown): boolean =>
  z.object({ format: z.literal(bundleFormat) }).safeParse(found).success;

export const bundleChecks = ["projects", "seed", "ballots", "outcome"] as const;
export type BundleFindings = Readonly<Record<(typeof bundleChecks)[number], boolean>>;

/** Counts a round again from its bundle; says of each part whether it is what it claims to be. */
export function recountBundle(bundle: RoundBundle): BundleFindings {
  return {
    projects: [hashProjects, hashWithTitles].some(
      (hash) => hash(bundle.projects) === bundle.projectsHash,
    ),
    seed: hashText(bundle.seed) === bundle.seedHash,
    ballots: hashFundingBallots(bundle.ballots) === bundle.ballotsHash,
    outcome: canonicalJson(countPublished(bundle)) === canonicalJson(bundle.outcome),
  };
}
