import { concentration } from "./concentration.ts";
import { delegation } from "./delegation.ts";
import { elections } from "./elections.ts";
import type { Area } from "./finding.ts";
import { merkle } from "./merkle.ts";
import { participatoryBudgets } from "./participatory-budgets.ts";
import { polis } from "./polis.ts";
import { power } from "./power.ts";
import { quadraticFundings } from "./quadratic-funding.ts";
import { sortition } from "./sortition.ts";
import { tokenVotes } from "./token-votes.ts";

/** Kinds of cases by the name of their folder. A new one is a file of its own and a name here. */
export const areas: readonly Area[] = [
  elections,
  tokenVotes,
  power,
  concentration,
  delegation,
  merkle,
  polis,
  participatoryBudgets,
  quadraticFundings,
  sortition,
];
