import { bundleChecks, recountBundle, roundBundleFrom } from "#shared/funding/bundle.ts";
import { plain, Problem, say } from "./published.ts";

const saysOf = {
  projects: "what projects ask for is what was fixed when voting opened",
  seed: "the seed of the lot is the one whose hash was told when voting opened",
  ballots: "the ballots are those whose hash was published",
  outcome: "counted again, the ballots give this outcome",
} as const;

/** Counts a funding round again from its bundle and says what is right; false where anything is not. */
export function tellRound(found: unknown): boolean {
  const bundle = roundBundleFrom(found);
  if (!bundle)
    throw new Problem("This bundle of a funding round has faults, and cannot be counted.");
  say(`${plain(bundle.title)}\n`);
  const right = recountBundle(bundle);
  for (const check of bundleChecks) say(`${right[check] ? "ok     " : "FAILED "}${saysOf[check]}`);
  const isRight = bundleChecks.every((check) => right[check]);
  if (isRight) {
    const { outcome, projects, ballots } = bundle;
    const people = ballots.reduce((sum, { heads }) => sum + heads, 0);
    const titles = new Map(projects.map(({ id, title }) => [id, title]));
    say(
      `\n${people} ballots, ${outcome.spent} of ${bundle.budget} hundredths of ${plain(bundle.currency)}`,
    );
    for (const { id, amount } of outcome.projects) {
      if (amount > 0) say(`${String(amount).padStart(16)}  ${plain(titles.get(id) ?? id)}`);
    }
  }
  say(isRight ? "\nAll that could be checked is right." : "\nThis bundle is not right.");
  return isRight;
}
