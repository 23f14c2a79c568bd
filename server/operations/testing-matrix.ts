import { endpoints } from "#shared/contract/index.ts";
import { type Access, accesses, type Endpoint } from "#shared/contract/endpoint.ts";
import { Problem, problems } from "#shared/contract/problem.ts";
import type { TestServer } from "../testing/server.ts";
import { type Answer, type Aside, openAside } from "./testing-aside.ts";
import { Blocked } from "./testing-blocked.ts";
import { Company, outside, type RoleName, roles } from "./testing-company.ts";
import { Register } from "./testing-register.ts";
import { Exchange } from "./testing-strange-ids.ts";
import type { Step } from "./testing-tour-guide.ts";
import { takeTour, type Toured, tourElsewhere } from "./testing-tour.ts";

export type Line = ReadonlyMap<RoleName, string>;

export interface Matrix {
  readonly toured: Toured;
  readonly company: Company;
  /** What becomes of each operation's first use, if somebody else tries it in its place. */
  readonly lines: ReadonlyMap<string, Line>;
  /** The same for people from outside, if the community were private. */
  readonly hidden: ReadonlyMap<string, Line>;
  /** Where somebody was refused and yet something changed. */
  readonly changes: readonly string[];
  readonly exchange: Exchange;
  readonly blocked: Blocked;
}

/** Goes through the whole product; whatever is done there is tried first as everybody, and taken back. */
export async function fillMatrix(server: TestServer): Promise<Matrix> {
  const elsewhere = await tourElsewhere(server);
  const company = await Company.gather(server);
  const aside = await openAside(server);
  const clerk = new Clerk(aside, company);
  const register = await Register.open(server.ownerUrl);
  const exchange = new Exchange(aside, register, elsewhere);
  const blocked = new Blocked(aside);
  const toured = await takeTour(server, {
    founded: (communityId) => company.join(communityId),
    async before(step) {
      await clerk.ask(step);
      await exchange.ask(step);
      await blocked.ask(step);
    },
  });
  await register.close();
  await aside.close();
  const { lines, hidden, changes } = clerk;
  return { toured, company, lines, hidden, changes, exchange, blocked };
}

/** Writes down what becomes of a request, by who makes it. */
class Clerk {
  readonly lines = new Map<string, Map<RoleName, string>>();
  readonly hidden = new Map<string, Map<RoleName, string>>();
  readonly changes: string[] = [];

  constructor(
    readonly aside: Aside,
    readonly company: Company,
  ) {}

  /** Tries an operation that was not tried before as everybody. */
  async ask(step: Step): Promise<void> {
    const { name } = step.contract;
    if (this.lines.has(name)) return;
    const line = new Map<RoleName, string>();
    const hidden = new Map<RoleName, string>();
    this.lines.set(name, line);
    this.hidden.set(name, hidden);
    for (const role of roles) line.set(role, outcomeOf(await this.#try(role, step)));
    for (const role of outside) hidden.set(role, await this.#tryUnseen(role, step));
  }

  /** What somebody is told who can't know of the community: what shows that there is one is marked. */
  async #tryUnseen(role: RoleName, step: Step): Promise<string> {
    const answer = await this.#try(role, step, "update communities set is_private = true");
    const { params = {} } = step.input;
    if (!("communityId" in params)) return outcomeOf(answer);
    const nowhere = { ...params, communityId: crypto.randomUUID() };
    const other = await this.#try(role, { ...step, input: { ...step.input, params: nowhere } });
    const isSame = answer.status === other.status && answer.text === other.text;
    return isSame ? outcomeOf(answer) : `${outcomeOf(answer)} (told apart)`;
  }

  async #try(role: RoleName, step: Step, more = ""): Promise<Answer> {
    const { communityId = "" } = (step.input.params ?? {}) as { communityId?: string };
    const prepare = [this.company.standing(role, communityId), more].filter(Boolean).join(";");
    if (prepare !== "") this.aside.forget();
    const { result, changed } = await this.aside.trial.attempt({
      prepare,
      work: () => this.aside.send(this.company.stepOf(role, step)),
      isWatched: ({ status }) => status >= 400,
    });
    const { name, method } = step.contract;
    if (prepare !== "" || (method !== "GET" && result.status < 400)) this.aside.forget();
    if (changed.length > 0) this.changes.push(`${name} as ${role}: ${changed.join(", ")}`);
    return result;
  }
}

const plain = new Set(["sign-in-required", "not-allowed", "not-found", "invalid-request"]);

/** ✓ for what is done; else the status, and the problem where it is not the usual one of that status. */
function outcomeOf({ status, text }: Answer): string {
  if (status < 400) return "✓";
  const { type } = Problem.parse(JSON.parse(text));
  const code = type.replace("/problems/", "");
  return plain.has(code) || !(code in problems) ? String(status) : `${status} ${code}`;
}

const saysWho: Record<Access, string> = {
  public: "Operations for everybody",
  self: "Operations for everybody who is signed in",
  member: "Operations for members",
  moderator: "Operations for moderators",
  owner: "Operations for owners",
  operator: "Operations for whoever operates the installation",
};

/** The matrix as a text that people read and review. */
export function renderMatrix({ lines, hidden }: Pick<Matrix, "lines" | "hidden">): string {
  const isSeen = ({ path }: Endpoint) => !path.includes(":communityId");
  const groups = accesses.flatMap((access) => {
    const names = endpoints.filter((one) => one.access === access).map(({ name }) => name);
    return [`## ${saysWho[access]}`, tableOf(names, { columns: roles, lines })];
  });
  const apart = endpoints.filter(isSeen).map(({ name }) => name);
  const parts = [...groups, beyond, tableOf(apart, { columns: outside, lines: hidden })];
  return `${parts.join("\n\n")}\n`;
}

const beyond = `## If the community is private

Whatever has the community in its address answers people from outside as if there were none, to the letter. What has not:`;

interface Columns {
  readonly columns: readonly RoleName[];
  readonly lines: ReadonlyMap<string, Line>;
}

/** A table in Markdown, padded so that it is read as it is. */
function tableOf(names: readonly string[], { columns, lines }: Columns): string {
  const cells = [
    ["", ...columns],
    ...names.map((name) => [name, ...columns.map((role) => lines.get(name)?.get(role) ?? "")]),
  ];
  const widths = ["", ...columns].map((_, at) =>
    Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const rowOf = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = rowOf(widths.map((width) => "-".repeat(width)));
  const [head = [], ...rows] = cells;
  return [rowOf(head), rule, ...rows.map(rowOf)].join("\n");
}
