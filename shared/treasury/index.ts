export { type Funder, type Funders, fundersOf, fundersSince } from "./funders.ts";
export {
  balancesOf,
  monthAt,
  type MonthlyBalance,
  type Move,
  numberOf,
  spentByLine,
  sumOfMoves,
} from "./moves.ts";
export {
  fewestMonths,
  mostMonths,
  type Outlook,
  outlookOf,
  type Pace,
  paceOf,
  runwayOf,
  type Scenario,
} from "./outlook.ts";
