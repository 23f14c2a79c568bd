import type { Endpoint } from "#shared/contract/endpoint.ts";
import { type Answer, type Aside } from "./testing-aside.ts";
import { placesIn } from "./testing-places.ts";
import { isId, type Register, type Row } from "./testing-register.ts";
import { besides } from "./testing-strange-bodies.ts";
import type { Step } from "./testing-tour-guide.ts";

/** What is named by a kind and an id, by where it is kept. */
export const tableOfKind: Readonly<Record<string, string>> = {
  position: "positions",
  claim: "claims",
  edge: "edges",
  comment: "comments",
  evidence: "evidence",
  statement: "statements",
  question: "debates",
  profile: "participants",
  "group-name": "group_names",
  incident: "incidents",
  project: "funding_projects",
  testimony: "panel_experts",
  answer: "panel_questions",
};

/** The key of a decision's ballots is made when somebody first asks for a ballot paper, whatever they fill in. */
const madeByReaders = "public.decision_keys";

type Path = readonly (string | number)[];

/** An id that a request names. */
interface Named {
  readonly path: Path;
  readonly id: string;
  /** Where it stands beside the kind of what it names. */
  readonly hasKind: boolean;
  /** Where it is kept, of one that is made up. */
  readonly table?: string;
}

function idsIn(value: unknown, path: Path = []): Named[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Named[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const hasKind = "kind" in value && String(value.kind) in tableOfKind;
    return isId(part) ? [{ path: at, id: part, hasKind }] : idsIn(part, at);
  });
}

/** The same with something else at a place. */
function withAt(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.with(Number(key), withAt(value[Number(key)], rest, part));
  const old = value as Readonly<Record<string, unknown>>;
  return { ...old, [key]: withAt(old[key], rest, part) };
}

/** As contracts' places are: `createDebate.positions[].id`; of an id in the address `createDebate:debateId`. */
const spelled = ({ name }: Endpoint, [part, ...path]: Path): string =>
  part === "params"
    ? `${name}:${path.join()}`
    : path.reduce<string>((text, key) => text + (typeof key === "number" ? "[]" : `.${key}`), name);

/** What is named in place of the right thing. */
interface Strange {
  readonly id: string;
  readonly kind?: string;
}

/** Requests that name by an id what is not theirs to name, before they are made with the right one. */
export class Exchange {
  readonly #tried = new Set<string>();
  /** Where a request was told apart from one that names nothing at all. */
  readonly faults: string[] = [];
  /** Where an id of nothing at all is taken. */
  readonly taken: string[] = [];
  /** Where no other thing was found that could be named. */
  readonly alone: string[] = [];

  constructor(
    readonly aside: Aside,
    readonly register: Register,
    /** A private community of other people's, with something of everything. */
    readonly elsewhere: string,
  ) {}

  async ask(step: Step): Promise<void> {
    const { body, params = {} } = step.input;
    for (const named of idsIn({ body })) await this.#exchange(step, named);
    await this.#askBesides(step);
    if (!("debateId" in params)) return;
    const { communityId: _, debateId: __, ...more } = params as Record<string, unknown>;
    for (const named of idsIn({ params: more })) await this.#exchange(step, named);
  }

  /** What the same operation takes, and the tour does not say. */
  async #askBesides(step: Step): Promise<void> {
    for (const { table, body } of besides[step.contract.name] ?? []) {
      const id = crypto.randomUUID();
      const input = { ...step.input, body: body(id, step.input.body as object) };
      const [named] = idsIn({ body: input.body }).filter((one) => one.id === id);
      if (named) await this.#exchange({ ...step, input }, { ...named, table });
    }
  }

  async #exchange(step: Step, named: Named): Promise<void> {
    const place = spelled(step.contract, named.path);
    if (this.#tried.has(place)) return;
    this.#tried.add(place);
    const found = await this.register.find(named.id);
    const { row = {}, table = named.table ?? "" } = found ?? {};
    await this.#refuse(step, named);
    const tables = named.hasKind ? Object.entries(tableOfKind) : [["", table] as const];
    let compared = 0;
    for (const [kind, from] of tables.filter(([, name]) => name !== "")) {
      for (const id of await this.#strange(step, named, { row, table: from })) {
        await this.#compare(step, named, { kind, id });
        compared += 1;
      }
    }
    if (compared === 0 && named.path[0] === "body") this.alone.push(place);
  }

  /** Whoever sends an id of nothing at all is told so. An address may be one of what is gone by now. */
  async #refuse(step: Step, named: Named): Promise<void> {
    const { status } = await this.#answerTo(step, named, { id: crypto.randomUUID() });
    const isRefused = [404, 409, 422].includes(status);
    if (!isRefused && named.path[0] === "body") this.taken.push(spelled(step.contract, named.path));
  }

  /** What is of another community, and of another debate where the operation is about one. */
  async #strange({ input }: Step, { path: [part] }: Named, row: Row): Promise<string[]> {
    const { debateId } = (input.params ?? {}) as { readonly debateId?: string };
    const ids = [
      part === "body" && (await this.register.another(row.table, this.elsewhere, row)),
      debateId !== undefined && (await this.register.inAnotherDebate(row.table, debateId, row)),
    ];
    return ids.filter(isId);
  }

  /** Whoever names what is not theirs is told the same as who names nothing. */
  async #compare(step: Step, named: Named, strange: Strange): Promise<void> {
    const told = await this.#answerTo(step, named, strange);
    const nothing = await this.#answerTo(step, named, { ...strange, id: crypto.randomUUID() });
    if (told.status === nothing.status && told.text === nothing.text) return;
    const what = `${spelled(step.contract, named.path)} ${strange.kind ?? ""}`;
    this.faults.push(
      `${what}: ${told.status} ${told.text}; of nothing ${nothing.status} ${nothing.text}`,
    );
  }

  async #answerTo(step: Step, { path }: Named, { id, kind = "" }: Strange): Promise<Answer> {
    const exchanged = withAt(step.input, path, id);
    const input = kind === "" ? exchanged : withAt(exchanged, [...path.slice(0, -1), "kind"], kind);
    const { result, changed } = await this.aside.trial.attempt({
      work: () => this.aside.send({ ...step, input: input as Step["input"] }),
      isWatched: ({ status }) => status >= 400,
    });
    this.aside.forget();
    const written = changed.filter((name) => name !== madeByReaders);
    if (written.length > 0) this.faults.push(`${step.contract.name} changed ${written.join()}`);
    return { ...result, text: result.text.replaceAll(id, "…") };
  }

  /** Places for ids in the contracts where none was exchanged. */
  untried(contracts: readonly Endpoint[]): string[] {
    const all = contracts.flatMap((contract) =>
      placesIn(contract, ({ format }) => format === "uuid"),
    );
    return all.filter((place) => !this.#tried.has(place));
  }
}
