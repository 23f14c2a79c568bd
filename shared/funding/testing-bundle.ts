import { hashText } from "../counting/lot-order.ts";
import { countPublished, hashFundingBallots, hashProjects, type RoundBundle } from "./bundle.ts";

/** A round of equal shares in which three fund the garden, and one does not get the tower. */
export function testRoundBundle(): RoundBundle {
  const projects = [
    { id: "garden", title: "The garden", cost: 600, least: 600 },
    { id: "tower", title: "The tower", cost: 900, least: 900 },
  ];
  const ballots = [
    { ballot: { form: "approval" as const, projects: ["garden"] }, heads: 3 },
    { ballot: { form: "approval" as const, projects: ["tower"] }, heads: 1 },
  ];
  const given = {
    budget: 1_000,
    projects,
    settings: {
      rule: "equal-shares" as const,
      form: "approval" as const,
      most: 2,
      utility: "cost" as const,
      completion: "add1" as const,
    },
    ballots,
    ballotsHash: hashFundingBallots(ballots),
    seed: "a seed",
  };
  return {
    format: "folkmoot-funding-round",
    version: 1,
    title: "Places to meet",
    currency: "EUR",
    projectsHash: hashProjects(projects),
    seedHash: hashText(given.seed),
    ...given,
    outcome: countPublished(given),
  };
}
