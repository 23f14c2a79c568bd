import { z } from "zod";
import { Weighting } from "../counting/weighting.ts";
import { Settings } from "../voting/index.ts";
import { OutcomeView, Quorum, Threshold } from "../voting/outcome.ts";
import { TallyView } from "../voting/tally.ts";

/** A whole number that is not negative, as decimal text in its one form; no longer than weights can get. */
const Weight = z.string().regex(/^(0|[1-9]\d{0,79})$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An elector as frozen at opening, by the id under which the community knows them. */
const Elector = z.strictObject({
  id: z.uuid(),
  weight: Weight,
  role: z.enum(["owner", "moderator", "member"]),
  tokens: Weight.nullable(),
  /**
   * Only where a share in every opinion group was asked: of who voted, the own group and what opens its seal; of others the
   * seal alone.
   */
  opinionGroup: z
    .union([
      z.strictObject({ group: z.int().nullable(), salt: z.string().max(64) }),
      z.strictObject({ seal: Hash }),
    ])
    .optional(),
});
export type BundleElector = z.infer<typeof Elector>;

/** A ballot as it is published. In secret decisions nothing but the first three is known. */
export const Entry = z.strictObject({
  ballotId: z.string().min(1).max(64),
  ballot: z.unknown(),
  nonce: z.string().max(64).nullable(),
  voter: z.uuid().optional(),
  /** the voter's own, without what was delegated */
  weight: Weight.optional(),
  revision: z.int().min(1).optional(),
});
export type BundleEntry = z.infer<typeof Entry>;

/** Everything of a decision but its ballots: its rules as they were, and what was found. */
export const CountedDecision = z.strictObject({
  id: z.uuid(),
  communityId: z.uuid(),
  title: z.string().max(1_000),
  /** the position that is voted on, where there is one proposal to say yes or no to */
  subject: z.string().max(1_000).nullable(),
  options: z
    .array(z.strictObject({ id: z.string().max(100), title: z.string().max(1_000) }))
    .max(1_000),
  settings: Settings,
  secrecy: z.enum(["public", "secret-until-close", "secret"]),
  quorum: Quorum.nullable(),
  threshold: Threshold.nullable(),
  /** a share that was asked in every opinion group, as frozen at opening; missing where none was */
  groupMajority: z
    .strictObject({
      threshold: Threshold,
      /** null where there were no clear groups */
      run: z
        .strictObject({
          runId: z.uuid(),
          computedAt: z.string().max(40),
          inputHash: Hash,
          groups: z.array(z.int()).max(100),
        })
        .nullable(),
      /** over the seals of who is in which */
      hash: Hash,
    })
    .optional(),
  /**
   * What settles a tie: a lot drawn by this seed together with the ballots, by the hash of which it goes then
   * (decisions of before: by the seed alone), or the order in which the chair put the options.
   */
  tieBreak: z.strictObject({
    rule: z.enum(["none", "lot", "chair"]),
    seed: z.string().max(200).nullable(),
    ballotsHash: Hash.optional(),
    order: z.array(z.string().max(100)).max(1_000).nullable(),
  }),
  weighting: Weighting,
  unit: Weight,
  delegationCap: z.int().min(0).max(100).nullable(),
  openedAt: z.string().max(40),
  closedAt: z.string().max(40),
  electorate: z.strictObject({ size: z.int().min(0), weight: Weight, hash: Hash }),
  /** those that were in force when it closed; null in secret decisions */
  delegations: z
    .array(
      z.strictObject({
        from: z.uuid(),
        to: z.uuid(),
        percent: z.int().min(1).max(100),
        madeAt: z.string().max(40),
      }),
    )
    .nullable(),
  /**
   * All that was frozen at opening, and its hash (SHA-256 over its canonical JSON) as it was told then; missing in
   * decisions of before.
   */
  frozen: z.strictObject({ hash: Hash, rules: z.record(z.string(), z.unknown()) }).optional(),
  /** why people took their stances, where ballots have no names: apart from them, in the order of the texts */
  reasons: z
    .array(z.strictObject({ stance: z.string().max(64), reason: z.string().max(2_000) }))
    .optional(),
  result: z.strictObject({
    tally: TallyView,
    outcome: OutcomeView,
    unit: Weight,
    delegated: z.int().min(0),
  }),
});
export type CountedDecision = z.infer<typeof CountedDecision>;

export const bundleFormat = "folkmoot-decision";
export const bundleVersion = 1;

/** What was counted, and that it was. */
export const Signed = z.strictObject({
  decision: CountedDecision,
  /** Ed25519, in base64 */
  publicKey: z.string().max(44),
  /** a signed note over the list of ballots and over `decision` */
  checkpoint: z.string().max(4_096),
});
export type Signed = z.infer<typeof Signed>;

/** All that a stranger needs to count a decision again. */
export const Bundle = Signed.extend({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  /** null in secret decisions */
  electors: z.array(Elector).nullable(),
  ballots: z.array(Entry),
});
export type Bundle = z.infer<typeof Bundle>;
