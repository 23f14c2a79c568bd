import { drawsFrom } from "./draws.ts";
import { type Clusters, kMeans } from "./k-means.ts";
import type { Points, Positions } from "./points.ts";
import type { Parameters } from "./parameters.ts";
import { drawnPlaces, firstPlaces } from "./starts.ts";

/**
 * Many people as at most a hundred clusters (Polis, base clusters), so that finding groups takes the same time for any
 * number of people. Centres of before are the start where they are about as many as there should be.
 */
export function baseClusters(
  points: Points,
  parameters: Parameters,
  before: Positions | undefined,
): Clusters {
  const wanted = Math.min(parameters.baseClusters, points.x.length);
  const patience = { rounds: parameters.baseRounds, move: parameters.baseMove };
  if (before && 4 * before.x.length >= 3 * wanted) return kMeans(points, before, patience);
  const start =
    parameters.start === "first"
      ? firstPlaces(points, wanted)
      : drawnPlaces(points, wanted, drawsFrom(parameters.seed));
  return kMeans(points, start, patience);
}
