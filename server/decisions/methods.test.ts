import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawPosition } from "#shared/contract/claims.ts";
import * as contract from "#shared/contract/decisions.ts";
import { recount } from "#shared/recount/recount.ts";
import { Ballot, type MethodId, methodIds, Settings } from "#shared/voting/index.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, holdCount, rulesOf, type Scene, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let positions: string[];
beforeAll(async () => {
  server = await startTestServer();
  scene = await addDebate(server);
  // While one is open, the debate takes others.
  const open = { params: debate(), body: rulesOf() };
  const { options } = await scene.owner.call(contract.createDecision, open);
  positions = options.map(({ positionId }) => positionId ?? "");
});
afterAll(() => server.close());

const debate = () => ({ communityId: scene.communityId, debateId: scene.debateId });
const at = (decisionId: string) => ({ communityId: scene.communityId, decisionId });
const rulesBy = (method: MethodId, own: object = {}, more: object = {}) =>
  rulesOf({
    settings: Settings.parse({ method, ...(method === "budget" ? purse() : {}), ...own }),
    ...choicesBy(method),
    ...more,
  });
/** A hundred euros, and options that cost 60, 70 and 80. */
const purse = () => ({
  budget: 10_000,
  currency: "EUR",
  costs: Object.fromEntries(positions.map((id, at) => [id, 6_000 + 1_000 * at])),
});
const create = (body: ReturnType<typeof rulesOf>) =>
  scene.owner.call(contract.createDecision, { params: debate(), body });
const refusal = (body: ReturnType<typeof rulesOf>) =>
  scene.owner.refusal(contract.createDecision, { params: debate(), body });
const cast = (who: Person, decisionId: string, ballot: Ballot) =>
  who.call(contract.castBallot, { params: at(decisionId), body: { ballot } });
/** The decision after its end, as somebody reads it once it is counted. */
async function counted(decisionId: string, reader = scene.owner) {
  const params = at(decisionId);
  await closeEarly(server, params);
  const read = () => reader.call(contract.readDecision, { params });
  await until(async () => (await read()).status === "closed");
  return read();
}

const late = "2027-03-02T17:00:00.000Z";
const early = "2027-03-01T09:30:00.000Z";

/** What a method is about, where that is not all positions. */
function choicesBy(method: MethodId): object {
  if (method === "time-poll") return { times: [late, early] };
  return method === "consent" || method === "yes-no" ? { positionIds: positions.slice(1, 2) } : {};
}

type Fill = (first: string, second: string) => object;
const ranked: Fill = (first, second) => ({ ranking: [[first], [second]] });
const scored: Fill = (first, second) => ({ scores: { [first]: 5, [second]: 2 } });

/** How each method's ballot says that one wants the first option most, then the second. */
const fills: Record<MethodId, Fill> = {
  plurality: (first) => ({ choice: first }),
  approval: (first) => ({ approved: [first] }),
  budget: (first) => ({ approved: [first] }),
  score: scored,
  star: scored,
  borda: ranked,
  irv: ranked,
  schulze: ranked,
  "ranked-pairs": ranked,
  copeland: ranked,
  minimax: ranked,
  stv: ranked,
  meek: ranked,
  "two-round": ranked,
  "majority-judgment": (first, second) => ({ grades: { [first]: 5, [second]: 3 } }),
  consent: (first) => ({ stance: first }),
  "yes-no": (first) => ({ answer: first }),
  "time-poll": (first, second) => ({ availability: { [first]: 2, [second]: 1 } }),
  cumulative: (first, second) => ({ points: { [first]: 7, [second]: 3 } }),
  quadratic: (first, second) => ({ votes: { [first]: 8, [second]: 6 } }),
};
const ballotFor = (method: MethodId, [first = "", second = ""]: string[]) =>
  Ballot.parse({ method, ...fills[method](first, second) });

describe.each(methodIds)("a decision by %s", (method) => {
  it("is set up, voted on and counted", async () => {
    const decision = await create(rulesBy(method));
    const options = decision.options.map(({ id }) => id);
    for (const person of [scene.owner, scene.moderator]) {
      await cast(person, decision.id, ballotFor(method, options));
    }
    const { result, mine } = await counted(decision.id);
    expect(mine.ballot).toEqual(ballotFor(method, options));
    expect(result?.tally).toMatchObject({ method, ballots: 2, winners: [options[0]] });
    expect(result?.outcome).toMatchObject({ result: "passed", carried: [options[0]] });
  });
});

describe("a ballot that breaks a method's own rule", () => {
  it("is refused at the field, with the rule", async () => {
    const { id, options } = await create(rulesBy("quadratic", { credits: 9 }));
    const votes = { [options[0]?.id ?? ""]: 3, [options[1]?.id ?? ""]: -1 };
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(id),
      body: { ballot: { method: "quadratic", votes } },
    });
    expect(refused.errors?.map(({ reason }) => reason?.code)).toEqual([
      "votes-against-not-allowed",
      "credits-exceeded",
    ]);
  });
});

describe("seats", () => {
  it("are fewer than the options: more are refused at the field", async () => {
    expect(await refusal(rulesBy("stv", { winners: 3 }))).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: "#/body/settings/winners",
          reason: { code: "too-many-winners", values: { most: 2 } },
        },
      ],
    });
  });
});

describe("a decision on one position", () => {
  it("is blocked by one person, who says why", async () => {
    const { id, subject, options } = await create(rulesBy("consent"));
    expect(subject).toEqual({ positionId: positions[1], title: "By assembly" });
    expect(options.map((option) => option.id)).toEqual(["agree", "abstain", "disagree", "block"]);
    const block = { method: "consent", stance: "block", reason: " " } as const;
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(id),
      body: { ballot: block },
    });
    expect(refused.errors).toMatchObject([
      { pointer: "#/body/ballot/reason", reason: { code: "reason-missing" } },
    ]);
    await cast(scene.owner, id, { ...block, stance: "agree", reason: "" });
    await cast(scene.moderator, id, { ...block, stance: "agree", reason: "" });
    await cast(scene.member, id, { ...block, reason: "Nobody has the time." });
    const { result } = await counted(id, scene.member);
    expect(result?.tally).toMatchObject({ winners: ["block"] });
    expect(result?.outcome).toMatchObject({ result: "failed", carried: [], open: [] });
    const { items } = await scene.member.call(contract.listBallots, {
      params: at(id),
      query: { limit: 10 },
    });
    expect(items.map(({ ballot }) => ballot)).toContainEqual({
      ...block,
      reason: "Nobody has the time.",
    });
  });

  it("needs exactly one, and takes no threshold beside its own", async () => {
    const codesOf = async (more: object) =>
      (await refusal(rulesBy("yes-no", {}, more))).errors?.map(({ pointer, reason }) => [
        pointer,
        reason?.code,
      ]);
    const one = [["#/body/positionIds", "one-position"]];
    expect(await codesOf({ positionIds: null })).toEqual(one);
    expect(await codesOf({ positionIds: positions.slice(0, 2) })).toEqual(one);
    expect(await codesOf({ threshold: { kind: "two-thirds" } })).toEqual([
      ["#/body/threshold", "threshold-in-settings"],
    ]);
    expect(await codesOf({ times: [early, late] })).toEqual([["#/body/times", "times-not-asked"]]);
  });

  it("is about the only one that stands where none is named, and is called off when it falls", async () => {
    const alone = await addDebate(server);
    const params = { communityId: alone.communityId, debateId: alone.debateId };
    const planned = { opensAt: new Date(Date.now() + 600_000).toISOString() };
    const all = await alone.owner.call(contract.createDecision, {
      params,
      body: rulesOf(planned),
    });
    const [left, ...others] = all.options.map(({ positionId }) => positionId ?? "");
    if (!left) throw new Error("a position");
    const withdraw = (positionId: string) =>
      alone.owner.call(withdrawPosition, { params: { ...params, positionId } });
    for (const positionId of others) await withdraw(positionId);
    const body = { ...rulesOf(planned), settings: Settings.parse({ method: "yes-no" }) };
    const decision = await alone.owner.call(contract.createDecision, { params, body });
    expect(decision.subject?.positionId).toBe(left);
    await withdraw(left);
    const opened = await alone.owner.call(contract.openDecision, {
      params: { communityId: alone.communityId, decisionId: decision.id },
    });
    expect(opened).toMatchObject({
      status: "cancelled",
      endReason: "The position that it is about does not stand any more.",
    });
  });
});

describe("a time poll", () => {
  it("is between times, the earliest first, and not between positions", async () => {
    const { options } = await create(rulesBy("time-poll"));
    expect(options).toMatchObject([
      { positionId: null, title: early },
      { positionId: null, title: late },
    ]);
    const again = { times: [early, late, "2027-03-01T09:30:00Z"] };
    const errorsOf = async (more: object) => (await refusal(rulesBy("time-poll", {}, more))).errors;
    expect(await errorsOf(again)).toMatchObject([
      { pointer: "#/body/times/2", reason: { code: "duplicate-time" } },
    ]);
    expect(await errorsOf({ times: null })).toMatchObject([
      { pointer: "#/body/times", reason: { code: "times-missing" } },
    ]);
    expect(await errorsOf({ times: [early] })).toMatchObject([{ pointer: "#/body/times" }]);
    expect(await errorsOf({ positionIds: positions })).toMatchObject([
      { pointer: "#/body/positionIds", reason: { code: "positions-not-asked" } },
    ]);
  });
});

describe("a choice between positions", () => {
  it("needs two of them", async () => {
    const one = rulesBy("approval", {}, { positionIds: positions.slice(0, 1) });
    expect((await refusal(one)).errors).toMatchObject([
      { pointer: "#/body/positionIds", reason: { code: "too-few-options", values: { least: 2 } } },
    ]);
  });
});

describe("a budget", () => {
  it("has costs that are changed until the vote opens, and never after", async () => {
    const opensAt = new Date(Date.now() + 600_000).toISOString();
    const planned = await create(rulesBy("budget", {}, { opensAt }));
    const costs = Object.fromEntries(positions.map((id) => [id, 5_000]));
    const params = at(planned.id);
    const body = { ...rulesBy("budget", { costs }, { opensAt }), version: planned.version };
    const changed = await scene.owner.call(contract.changeDecision, { params, body });
    expect(changed.settings).toMatchObject({ method: "budget", costs });
    const opened = await scene.owner.call(contract.openDecision, { params });
    const refused = await scene.owner.refusal(contract.changeDecision, {
      params,
      body: { ...body, version: opened.version },
    });
    expect(refused).toMatchObject({ type: "/problems/decision-opened" });
    await counted(planned.id);
    const bundle = await scene.member.tryCall(contract.readBundle, { params });
    expect(await bundle.json()).toMatchObject({
      decision: { frozen: { hash: opened.rulesHash, rules: { settings: { costs } } } },
    });
  });

  it("funds what its supporters can pay for out of equal shares, and says who paid", async () => {
    const decision = await create(rulesBy("budget"));
    const [council = "", assembly = "", lot = ""] = decision.options.map(({ id }) => id);
    expect([council, assembly, lot]).toEqual(positions);
    const approve = (who: Person, ...approved: string[]) =>
      cast(who, decision.id, { method: "budget", approved });
    await approve(scene.owner, council);
    await approve(scene.moderator, council, assembly);
    await approve(scene.member, lot);
    const { result } = await counted(decision.id, scene.member);
    expect(result?.outcome).toMatchObject({ result: "passed", carried: [council] });
    expect(result?.tally.funding).toMatchObject({
      budget: 10_000,
      options: [
        { option: council, cost: 6_000, why: "bought", price: "3000.000000", inFull: 2 },
        { option: assembly, why: "unpayable" },
        { option: lot, why: "unpayable" },
      ],
      greedy: { funded: [council], spent: 6_000, level: [] },
    });
    const bundle = await scene.member.tryCall(contract.readBundle, { params: at(decision.id) });
    const { publicKey } = await server.visitor().call(contract.readSigningKey, {});
    const { isRight, checks } = recount(await bundle.json(), { publicKey });
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(isRight).toBe(true);
  });

  it("is counted while everybody else is answered, however few voted", async () => {
    const { id } = await create(rulesBy("budget"));
    await cast(scene.member, id, { method: "budget", approved: [positions[0] ?? ""] });
    const letCount = await holdCount(server, at(id));
    await closeEarly(server, at(id));
    const { status } = await scene.member.call(contract.readDecision, { params: at(id) });
    expect(status).toBe("counting");
    await letCount();
  });

  it("has a cost for each option and for nothing else, and none above the whole", async () => {
    const costs = { [positions[0] ?? ""]: 10_001, [positions[1] ?? ""]: 1, other: 1 };
    const refused = await refusal(rulesBy("budget", { costs }));
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.errors?.map(({ pointer, reason }) => [pointer, reason?.code])).toEqual([
      [`#/body/settings/costs/${positions[0]}`, "cost-above-budget"],
      [`#/body/settings/costs/${positions[2]}`, "cost-missing"],
      ["#/body/settings/costs/other", "cost-of-no-option"],
    ]);
  });

  it("is above nothing, as every cost is", async () => {
    const settings = { method: "budget" as const, ...purse() };
    const pointersOf = async (more: object) => {
      const rules = rulesOf({ settings: { ...settings, ...more } });
      return (await refusal(rules)).errors?.map(({ pointer }) => pointer);
    };
    const costs = { ...settings.costs, [positions[1] ?? ""]: -1 };
    expect(await pointersOf({ costs })).toEqual([`#/body/settings/costs/${positions[1]}`]);
    expect(await pointersOf({ budget: 0 })).toEqual(["#/body/settings/budget"]);
  });

  it("is shared out among people: other weights are refused, with the way out", async () => {
    const weighting = { kind: "role", weights: { owner: 3, moderator: 1, member: 1 } };
    expect((await refusal(rulesBy("budget", {}, { weighting }))).errors).toMatchObject([
      { pointer: "#/body/weighting", reason: { code: "budget-one-person" } },
    ]);
  });

  it("is left open by a tie between options that are level, until the chair settles it", async () => {
    const costs = Object.fromEntries(positions.map((id) => [id, 6_000]));
    const { id, options } = await create(rulesBy("budget", { costs }, { tieBreak: "chair" }));
    const [council = "", assembly = "", lot = ""] = options.map((option) => option.id);
    for (const who of [scene.owner, scene.moderator]) {
      await cast(who, id, { method: "budget", approved: [council, lot] });
    }
    const { result } = await counted(id);
    expect(result?.outcome).toMatchObject({ result: "tied", carried: [], open: [council, lot] });
    expect(result?.tally.funding).toMatchObject({ options: null });
    const settled = await scene.moderator.call(contract.settleTie, {
      params: at(id),
      body: { order: [lot, council, assembly], reason: "The assembly was put off." },
    });
    expect(settled.result?.outcome).toMatchObject({ result: "passed", carried: [lot] });
  });
});
