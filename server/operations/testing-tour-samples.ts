import { readSample } from "#shared/contract/samples.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Asks what a stranger is offered to try. */
export async function tourSamples(tour: Tour): Promise<void> {
  await tour.go(tour.cast.visitor, readSample, { query: { language: "en" } });
}
