import { z } from "zod";
import { mostCentres } from "./nearest-centre.ts";

const share = z.number().min(0).max(1);
const rounds = z.int().min(1).max(10_000);

/** How an analysis is made. All of it is part of a published run. */
export const Parameters = z.strictObject({
  name: z.string().max(100),
  /** Responses that bring a person into the map; all statements where there are fewer. */
  responsesToBeIn: z.int().min(1),
  /** Where fewer people are in, those with the most responses fill up to so many. */
  fewestPeople: z.int().min(0),
  /** Whether responses of banned people count all the same. */
  bannedCount: z.boolean(),
  /** Whether a hidden statement is taken as passed by everybody, as Polis does, or left out. */
  hiddenIsPassed: z.boolean(),
  /** How far off the axes may be, in parts of their strength, when found anew and when those of before are kept. */
  axisTolerance: share,
  keptAxisTolerance: share,
  baseClusters: z.int().min(1).max(mostCentres),
  /** Where clusters begin: drawn far from each other (k-means++), or at the first points. */
  start: z.enum(["drawn", "first"]),
  /** So many starts are drawn for groups; the best counts. */
  groupStarts: z.int().min(1).max(1_000),
  baseRounds: rounds,
  /** Base clusters are settled when no centre moves as far. */
  baseMove: z.number().min(0),
  groupRounds: rounds,
  groupMove: z.number().min(0),
  mostGroups: z.int().min(1).max(20),
  /** Whether a base cluster counts once in the silhouette, or as often as it has members. */
  silhouette: z.enum(["clusters", "people"]),
  /** A number of groups is taken up once it was the best so many runs in a row. */
  runsToSwitch: z.int().min(1),
  /** A group of fewer people joins the one next to it. */
  fewestInGroup: z.int().min(1),
  /** Whether groups are told only where they are clear: beyond chance, and above the two floors. */
  clearOnly: z.boolean(),
  silhouetteFloor: z.number().min(-1).max(1),
  stabilityFloor: share,
  /** How often people are drawn again to see whether groups hold. */
  resamples: z.int().min(1).max(1_000),
  /** The share of false ones among what is told as typical of a group (Benjamini and Hochberg); 0: each is tested alone. */
  falseDiscovery: share,
  /** Whether a statement that nobody in a group answered tells nothing; for Polis it tells a little. */
  silenceIsNeutral: z.boolean(),
  /** Whether wide rejection makes a statement as worth asking as wide agreement. */
  rejectionCounts: z.boolean(),
  /** Whose responses say how much a further one tells: of people in groups, or of everybody. */
  prioritiesOf: z.enum(["groups", "everybody"]),
  seed: z.int().min(0),
});
export type Parameters = z.infer<typeof Parameters>;
