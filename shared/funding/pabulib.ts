import { amountText, readAmount } from "../holdings/amount.ts";
import { mostCredits, mostProjects, type BallotForm, type FundingBallot } from "./ballot.ts";
import { linesOf, pabulibLine, type Line, type Section } from "./pabulib-lines.ts";
import { mostMoney } from "./settings.ts";

/** A round of voting as Pabulib files hold it. Amounts are in the smallest unit. */
export interface PabulibRound {
  readonly title: string;
  readonly currency: string;
  readonly budget: number;
  readonly form: Exclude<BallotForm, "pledges">;
  /** how many projects a ballot may name, or how many points it may give */
  readonly most: number;
  readonly projects: readonly PabulibProject[];
  readonly ballots: readonly { readonly ballot: FundingBallot; readonly heads: number }[];
}

export interface PabulibProject {
  readonly id: string;
  readonly title: string;
  readonly cost: number;
}

export const pabulibFaultCodes = [
  "pb-section",
  "pb-column",
  "pb-meta",
  "pb-vote-type",
  "pb-amount",
  "pb-over-budget",
  "pb-id",
  "pb-id-twice",
  "pb-cells",
  "pb-unknown-project",
  "pb-vote",
  "pb-long",
] as const;

/** What is wrong with a file, and where: the line counted from 1, and the column by its name. */
export interface PabulibFault {
  readonly code: (typeof pabulibFaultCodes)[number];
  readonly values: Readonly<Record<string, string | number>>;
}

export type PabulibReading =
  | { readonly ok: true; readonly round: PabulibRound }
  | { readonly ok: false; readonly fault: PabulibFault };

const mostVotes = 200_000;
const decimals = 2;
const forms: Readonly<Record<string, PabulibRound["form"]>> = {
  approval: "approval",
  cumulative: "cumulative",
  scoring: "cumulative",
  ordinal: "ranked",
};
const voteTypes = { approval: "approval", cumulative: "cumulative", ranked: "ordinal" } as const;

/** Ends the reading; only `readPabulib` catches it. */
class Broken extends Error {
  constructor(readonly fault: PabulibFault) {
    super(fault.code);
  }
}
function broken(code: PabulibFault["code"], values: PabulibFault["values"]): never {
  throw new Broken({ code, values });
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Reads a file as a whole, or says what is wrong with it first. */
export function readPabulib(text: string): PabulibReading {
  try {
    return { ok: true, round: roundOf(text) };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The rows of a section, each with its cells by the names of the columns. */
function rowsOf(section: Section, lines: readonly Line[] | undefined, needed: readonly string[]) {
  const [head, ...rows] = lines ?? broken("pb-section", { section });
  if (!head) broken("pb-section", { section });
  const names = head.cells.map((cell) => cell.toLowerCase());
  for (const column of needed) {
    if (!names.includes(column)) {
      const found = shown(head.cells.join(";"));
      broken("pb-column", { line: head.number, section, column, found });
    }
  }
  return rows.map(({ number, cells }) => {
    // A last separator too many is common; cells that are missing are not guessed.
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell !== "")) {
      broken("pb-cells", { line: number, found: cells.length, expected: names.length });
    }
    const at = (column: string) => cells[names.indexOf(column)] ?? "";
    return { line: number, at };
  });
}
type Row = ReturnType<typeof rowsOf>[number];

function amountAt(text: string, { line, column }: { line: number; column: string }): number {
  const units = readAmount(text.replace(/^(\d+),(\d{1,2})$/, "$1.$2"), decimals);
  if (typeof units === "string" || units < 1n || units > BigInt(mostMoney)) {
    return broken("pb-amount", { line, column, found: shown(text) });
  }
  return Number(units);
}

function roundOf(text: string): PabulibRound {
  const lines = linesOf(text);
  const meta = metaOf(lines.get("META"));
  const projects = projectsOf(lines.get("PROJECTS"), meta.budget);
  const rows = rowsOf("VOTES", lines.get("VOTES"), neededIn(meta.voteType));
  if (rows.length > mostVotes) broken("pb-long", { most: mostVotes, what: "votes" });
  const ids = new Set(projects.map(({ id }) => id));
  const ballots = rows.map((row) => ballotOf(row, meta.form, ids));
  const most = Math.max(1, meta.most, ...new Set(ballots.map(sizeOf)));
  return { ...meta, most, projects, ballots: together(ballots) };
}

const neededIn = (voteType: string) =>
  forms[voteType] === "cumulative" ? ["voter_id", "vote", "points"] : ["voter_id", "vote"];

function metaOf(lines: readonly Line[] | undefined) {
  const rows = rowsOf("META", lines, ["key", "value"]);
  const found = new Map(rows.map(({ line, at }) => [at("key"), { line, value: at("value") }]));
  const budget = found.get("budget") ?? broken("pb-meta", { key: "budget" });
  const type = found.get("vote_type") ?? broken("pb-meta", { key: "vote_type" });
  const voteType = type.value.toLowerCase();
  const form = Object.hasOwn(forms, voteType) ? forms[voteType] : undefined;
  if (!form) broken("pb-vote-type", { line: type.line, found: shown(type.value) });
  const said = found.get(form === "cumulative" ? "max_sum_points" : "max_length")?.value ?? "";
  const most = /^\d{1,6}$/.test(said) ? Math.min(Number(said), mostCredits) : 0;
  const value = (key: string) => found.get(key)?.value ?? "";
  return {
    title: value("description") || value("unit") || value("instance"),
    currency: value("currency").slice(0, 12),
    budget: amountAt(budget.value, { line: budget.line, column: "budget" }),
    voteType,
    form,
    most,
  };
}

function projectsOf(lines: readonly Line[] | undefined, budget: number): PabulibProject[] {
  const rows = rowsOf("PROJECTS", lines, ["project_id", "cost"]);
  if (rows.length === 0) broken("pb-section", { section: "PROJECTS" });
  if (rows.length > mostProjects) broken("pb-long", { most: mostProjects, what: "projects" });
  const seen = new Map<string, number>();
  return rows.map(({ line, at }) => {
    const id = at("project_id");
    if (id === "" || id.length > 64 || id.includes(",") || id === "__proto__") {
      broken("pb-id", { line, column: "project_id", found: shown(id) });
    }
    const first = seen.get(id);
    if (first !== undefined) broken("pb-id-twice", { line, found: id, first });
    seen.set(id, line);
    const cost = amountAt(at("cost"), { line, column: "cost" });
    if (cost > budget) {
      broken("pb-over-budget", { line, column: "cost", found: at("cost") });
    }
    return { id, title: at("name") || id, cost };
  });
}

const listed = (cell: string) =>
  cell === ""
    ? []
    : cell
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== "");

function ballotOf(
  { line, at }: Row,
  form: PabulibRound["form"],
  ids: ReadonlySet<string>,
): FundingBallot {
  const projects = listed(at("vote"));
  for (const id of projects) {
    if (!ids.has(id)) broken("pb-unknown-project", { line, column: "vote", found: shown(id) });
  }
  if (new Set(projects).size < projects.length) {
    broken("pb-vote", { line, column: "vote", found: shown(at("vote")) });
  }
  if (form !== "cumulative") return { form, projects };
  const points = listed(at("points"));
  const numbers = points.map(Number);
  const isFit = numbers.every((one) => Number.isInteger(one) && one >= 0 && one <= mostCredits);
  if (points.length !== projects.length || !isFit) {
    broken("pb-vote", { line, column: "points", found: shown(at("points")) });
  }
  const given = projects.map((id, n): [string, number] => [id, numbers[n] ?? 0]);
  return { form, points: Object.fromEntries(given.filter(([, one]) => one > 0)) };
}

function sizeOf(ballot: FundingBallot): number {
  if ("projects" in ballot) return ballot.projects.length;
  const amounts = "points" in ballot ? ballot.points : ballot.credits;
  return Object.values(amounts).reduce((sum, one) => sum + one, 0);
}

/** Equal ballots once, with how many people cast them, in the order of the first. */
export function together(ballots: readonly FundingBallot[]): PabulibRound["ballots"] {
  const found = new Map<string, { ballot: FundingBallot; heads: number }>();
  for (const ballot of ballots) {
    const key = JSON.stringify(ballot);
    const same = found.get(key);
    if (same) same.heads += 1;
    else found.set(key, { ballot, heads: 1 });
  }
  return [...found.values()];
}

interface Written extends PabulibRound {
  readonly rule: string;
  /** which are funded, once that is known */
  readonly selected?: ReadonlySet<string> | undefined;
}

/** The same round as a file; voters are numbered, and nothing else is said of them. */
export function writePabulib(round: Written): string {
  const { title, currency, budget, form, most, projects, ballots, rule, selected } = round;
  const heads = ballots.reduce((sum, one) => sum + one.heads, 0);
  const meta: [string, string | number][] = [
    ["description", title],
    ["currency", currency],
    ["num_projects", projects.length],
    ["num_votes", heads],
    ["budget", amountText(BigInt(budget), decimals)],
    ["vote_type", voteTypes[form]],
    ["rule", rule],
    [form === "cumulative" ? "max_sum_points" : "max_length", most],
  ];
  let voter = 0;
  const votes = ballots.flatMap(({ ballot, heads: many }) => {
    return Array.from({ length: many }, () => pabulibLine([(voter += 1), ...voteCells(ballot)]));
  });
  return [
    "META",
    "key;value",
    ...meta.map(pabulibLine),
    "PROJECTS",
    pabulibLine(["project_id", "cost", "name", ...(selected ? ["selected"] : [])]),
    ...projects.map(({ id, cost, title: name }) => {
      const cells = [id, amountText(BigInt(cost), decimals), name];
      return pabulibLine(selected ? [...cells, selected.has(id) ? 1 : 0] : cells);
    }),
    "VOTES",
    form === "cumulative" ? "voter_id;vote;points" : "voter_id;vote",
    ...votes,
    "",
  ].join("\n");
}

function voteCells(ballot: FundingBallot): string[] {
  if ("projects" in ballot) return [ballot.projects.join(",")];
  const amounts = Object.entries("points" in ballot ? ballot.points : ballot.credits);
  return [amounts.map(([id]) => id).join(","), amounts.map(([, one]) => one).join(",")];
}
