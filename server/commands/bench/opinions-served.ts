import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { projectFolder } from "#db/project-folder.ts";
import { addPosition } from "#shared/contract/claims.ts";
import { createDebate, moveDebate } from "#shared/contract/debates.ts";
import { createDecision } from "#shared/contract/decisions.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { listGroupNames } from "#shared/contract/group-names.ts";
import {
  exportOpinionRun,
  readOpinionMap,
  readOpinionMapHistory,
  readOpinionMapRun,
} from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { listStatements, nextStatements, respond } from "#shared/contract/statements.ts";
import { readSummary } from "#shared/contract/summaries.ts";
import { addCommunity } from "../../testing/community.ts";
import { startOnOwnCluster } from "../../testing/own-cluster.ts";
import { Person } from "../../testing/person.ts";
import { startFlags } from "../../testing/process.ts";
import type { TestServer } from "../../testing/server.ts";
import { buildChanged, bundle } from "../build.mjs";
import { type Figure, median } from "./figures.ts";
import type { LoopCost } from "./loop-watch.ts";
import { electEverybody, fillConversation, respondAnew, runIn } from "./opinions-filled.ts";
import type { Errand } from "./opinions-served-child.ts";
import { readWhole } from "./timed-reads.ts";

/** `BENCH_RESPONSES=10000000` measures 100,000 people, which takes far longer. */
const responses = Number(process.env["BENCH_RESPONSES"] ?? 1_000_000);
const each = 100;
const statements = 2_000;
const newResponses = 1_000;
const updates = 3;
/** What part of a first analysis an update may take: with fewer responses, what doesn't grow with them weighs more. */
const updatePart = responses < 10_000_000 ? 0.25 : 0.1;
/** Nobody notices. */
const mostBlocked = 20;
const under = { better: "less", goal: 1 } as const;

/** A debate as large as they come, on a server in a process of its own: what it holds up, and what an update costs. */
export async function benchServedOpinions(): Promise<Figure[]> {
  await buildChanged(["server"]);
  await bundle("bench", { entryPoints: ["server/commands/bench/opinions-served-child.ts"] });
  // It leaves all that is done by the clock to the process that is measured.
  const env = { NODE_ENV: "production", ROLE: "web", DATABASE_URL: "postgres://given.otherwise" };
  const server = await startOnOwnCluster({ env });
  const child = fork(path.join(projectFolder, "dist/bench/opinions-served-child.js"), {
    execArgv: startFlags,
    env: { ...process.env, NODE_ENV: "production" },
  });
  const send = async (errand: Errand): Promise<unknown> => {
    child.send(errand);
    const [{ found }] = (await once(child, "message")) as [{ found: unknown }];
    return found;
  };
  try {
    const url = String(await send({ act: "serve", databaseUrl: server.databaseUrl }));
    // A server that has done all of it before.
    await new Course(server, send).run(url, newResponses * updates);
    const course = new Course(server, send);
    await course.run(url, responses / each);
    return course.figures;
  } finally {
    await send({ act: "leave" });
    await server.close();
  }
}

type Send = (errand: Errand) => Promise<unknown>;

/** All that happens to the opinions of one debate, from the first map to the vote and the export. */
class Course {
  readonly figures: Figure[] = [];
  #people = 0;

  constructor(
    private readonly server: TestServer,
    private readonly send: Send,
  ) {}

  async run(url: string, people: number): Promise<void> {
    this.#people = people;
    const { server, send } = this;
    const owner = await server.person("Olga");
    const { ids, authorId } = await openDebate(server, owner);
    await fillConversation(server.ownerUrl, { ...ids, authorId, people, statements, each });
    const reader = new Person(url, owner.name, owner.accountId);
    reader.cookie = owner.cookie;
    await answerSome(reader, ids);
    await this.#analyse(reader, ids);
    await this.#read(reader, ids);
    const decisionId = await openDecision(server, owner, { ...ids, people });
    await this.#watch("a decision closes", () =>
      send({ act: "settle", communityId: ids.communityId, decisionId }),
    );
    await runIn(server.ownerUrl, ids, ["update debates set phase = 'decided' where id = $d"]);
    await this.#read(reader, ids, " once it is decided");
    const params = { ...ids, runId: await newestRun(reader, ids) };
    const path = pathOf(exportOpinionRun, { params });
    await this.#watch("the run is exported", () => readWhole(reader, path));
  }

  async #analyse(reader: Person, ids: Ids): Promise<void> {
    const full = await this.#analyseWhileRead(reader, ids, "a first analysis");
    const times: number[] = [];
    for (let turn = 0; turn < updates; turn += 1) {
      await respondAnew(this.server.ownerUrl, ids, { count: newResponses, turn });
      times.push(await this.#analyseWhileRead(reader, ids, `analysis ${turn + 2}`));
    }
    this.figures.push({
      what: `${this.#about}: ${newResponses} more, until the map is told`,
      ours: median(times),
      limit: { name: "the first analysis", value: full },
      unit: "ms",
      better: "less",
      goal: updatePart,
    });
  }

  async #analyseWhileRead(reader: Person, ids: Ids, what: string): Promise<number> {
    return this.#watch(`${what}, while pages are read`, async () => {
      const isDone = new AbortController();
      const reading = readOn(reader, ids, isDone.signal);
      const took = Number(await this.send({ act: "analyse", ...ids }));
      isDone.abort();
      await reading;
      return took;
    });
  }

  async #read(reader: Person, ids: Ids, when = ""): Promise<void> {
    const params = { ...ids, runId: await newestRun(reader, ids) };
    for (const [what, contract] of reads) {
      const path = pathOf(contract, { params } as never);
      await this.#watch(what + when, () => readWhole(reader, path));
    }
  }

  get #about(): string {
    return `opinions of ${this.#people} people, served`;
  }

  async #watch<T>(what: string, work: () => Promise<T>): Promise<T> {
    await this.send({ act: "watch" });
    const start = performance.now();
    const found = await work();
    const took = performance.now() - start;
    const { blocked, waited } = (await this.send({ act: "tell" })) as LoopCost;
    const clock = `${waited.toFixed(0)} ms by the clock, within ${took.toFixed(0)} ms`;
    console.log(`${this.#people} people: ${what}: ${blocked.toFixed(0)} ms at once, ${clock}`);
    this.figures.push({
      what: `${this.#about}: longest work of the loop at once (${clock}): ${what}`,
      ours: blocked,
      limit: { name: "not noticed", value: mostBlocked },
      unit: "ms",
      ...under,
    });
    return found;
  }
}

async function newestRun(reader: Person, params: Ids): Promise<string> {
  const { map } = await reader.call(readOpinionMap, { params });
  if (!map || map.groups.length === 0) throw new Error("two camps are no groups");
  return map.runId;
}

const reads: readonly (readonly [string, Endpoint])[] = [
  ["the map again", readOpinionMap],
  ["an earlier map", readOpinionMapRun],
  ["the maps of before", readOpinionMapHistory],
  ["names of groups", listGroupNames],
  ["the summary", readSummary],
  ["all statements", listStatements],
  ["the next statements", nextStatements],
];

interface Ids {
  readonly communityId: string;
  readonly debateId: string;
}

/** What somebody on the page of the map asks for, again and again. */
async function readOn(reader: Person, params: Ids, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const contract of [readOpinionMap, nextStatements, listStatements]) {
      await readWhole(reader, pathOf(contract, { params }));
      await rest(50);
    }
  }
}

async function openDebate(server: TestServer, owner: Person) {
  const { communityId } = await addCommunity(server, owner, {});
  const { id: debateId } = await owner.call(createDebate, {
    params: { communityId },
    body: {
      question: "What shall all of us do?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  const ids = { communityId, debateId };
  for (const title of ["This way", "That way"]) {
    await owner.call(addPosition, { params: ids, body: { title } });
  }
  const body = { from: "framing", to: "deliberation", reason: "ready" } as const;
  await owner.call(moveDebate, { params: ids, body });
  return { ids, authorId: owner.accountId };
}

/** The reader is somebody in a group. */
async function answerSome(reader: Person, ids: Ids): Promise<void> {
  const { items: some } = await reader.call(nextStatements, {
    params: ids,
    query: { count: 20 },
  });
  for (const { id: statementId } of some) {
    await reader.call(respond, { params: { ...ids, statementId }, body: { value: 1 } });
  }
}

async function openDecision(
  { ownerUrl }: TestServer,
  owner: Person,
  { people, ...ids }: Ids & { readonly people: number },
): Promise<string> {
  const { id } = await owner.call(createDecision, {
    params: ids,
    body: {
      title: "Which way?",
      settings: { method: "plurality" },
      secrecy: "public",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  await runIn(ownerUrl, ids, electEverybody(id, people));
  return id;
}
