import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import * as contract from "#shared/contract/decisions.ts";
import { Settings } from "#shared/voting/index.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let positionIds: string[];
beforeAll(async () => {
  server = await startTestServer();
  scene = await addDebate(server);
  const { communityId, debateId } = scene;
  const { positions } = await scene.owner.call(readOutline, { params: { communityId, debateId } });
  positionIds = positions.map(({ id }) => id);
});
afterAll(() => server.close());

const addressOf = (path: string, params: Readonly<Record<string, string>>) =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");

interface Answer {
  status: number;
  type: string;
  title: string;
  errors?: { pointer: string; detail: string; reason?: { code: string } }[];
}

/** Sends text as it is: not all of it can be said in JSON. */
async function send(method: string, address: string, body: string): Promise<Answer> {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
  };
  const response = await scene.owner.send(address, { method, headers, body });
  return { ...((await response.json()) as Answer), status: response.status };
}

/** Where something is wrong and by which rule; a rule of the form itself has words, but no code. */
const told = ({ status, type, errors }: Answer) =>
  (errors ?? [{ pointer: type, detail: type, reason: undefined }]).map(
    ({ pointer, detail, reason }) => {
      expect(detail).not.toBe("");
      return `${status} ${pointer} ${reason?.code ?? ""}`.trim();
    },
  );

describe("the rules of a decision that break a rule", () => {
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
  const beforeNow = () => new Date(Date.now() - 3_600_000).toISOString();
  const half = { num: 1, den: 2 };

  it.each<[string, () => object, string[]]>([
    [
      "a quorum of nothing",
      () => ({ quorum: { persons: { num: 0, den: 2 } } }),
      ["422 #/body/quorum/persons/num"],
    ],
    [
      "a quorum of more than all",
      () => ({ quorum: { persons: { num: 3, den: 2 } } }),
      ["422 #/body/quorum/persons/num"],
    ],
    [
      "a quorum of more than all weight",
      () => ({ quorum: { persons: half, weight: { num: 2, den: 1 } } }),
      ["422 #/body/quorum/weight/num"],
    ],
    [
      "a threshold of nothing",
      () => ({ threshold: { kind: "share", share: { num: 0, den: 3 } } }),
      ["422 #/body/threshold/share/num"],
    ],
    [
      "a threshold of more than all",
      () => ({ threshold: { kind: "share", share: { num: 4, den: 3 } } }),
      ["422 #/body/threshold/share/num"],
    ],
    [
      "a threshold that is no fraction of whole numbers",
      () => ({ threshold: { kind: "share", share: { num: 0.5, den: 1 } } }),
      ["422 #/body/threshold/share/num"],
    ],
    [
      "an end before the beginning",
      () => ({ opensAt: inAnHour(), closesAt: new Date(Date.now() + 1_800_000).toISOString() }),
      ["422 #/body/closesAt closes-too-early"],
    ],
    [
      "an end that has passed",
      () => ({ closesAt: beforeNow() }),
      ["422 #/body/closesAt closes-too-early"],
    ],
    [
      "a beginning that has passed",
      () => ({ opensAt: beforeNow() }),
      ["422 #/body/opensAt opens-too-early"],
    ],
    [
      "a choice from one",
      () => ({ positionIds: positionIds.slice(0, 1) }),
      ["422 #/body/positionIds too-few-options"],
    ],
    [
      "as many winners as options",
      () => ({ settings: Settings.parse({ method: "approval", winners: 3 }) }),
      ["422 #/body/settings/winners too-many-winners"],
    ],
    [
      "a scale below zero",
      () => ({ settings: { method: "score", maxScore: -1 } }),
      ["422 #/body/settings/maxScore"],
    ],
  ])("by %s are refused at the field, and nothing is kept", async (_what, more, expected) => {
    const { communityId, debateId } = scene;
    const params = { communityId, debateId };
    const answer = await send(
      "POST",
      addressOf(contract.createDecision.path, params),
      JSON.stringify({ ...rulesOf(), ...more() }),
    );
    expect(told(answer)).toEqual(expected);
    const { decisions } = await scene.owner.call(contract.listDecisions, { params });
    expect(decisions).toEqual([]);
  });
});

describe("a ballot that breaks a rule", () => {
  const ids = new Map<string, contract.DecisionView>();
  /** One open decision of each kind of ballot. */
  async function decisionBy(settings: object): Promise<contract.DecisionView> {
    const key = JSON.stringify(settings);
    const known = ids.get(key);
    if (known) return known;
    const { communityId, debateId } = scene;
    const decision = await scene.owner.call(contract.createDecision, {
      params: { communityId, debateId },
      body: rulesOf({ settings: Settings.parse(settings) }),
    });
    ids.set(key, decision);
    return decision;
  }

  it.each<[string, object, (one: string, two: string) => string, string[]]>([
    [
      "an unknown option",
      { method: "approval" },
      (one) => `{"approved":["${one}","nobody"]}`,
      ["422 #/body/ballot/approved/1 unknown-option"],
    ],
    [
      "an option that it names twice",
      { method: "approval" },
      (one) => `{"approved":["${one}","${one}"]}`,
      ["422 #/body/ballot/approved/1 duplicate-option"],
    ],
    [
      "a rank that two options have where each needs its own",
      { method: "irv" },
      (one, two) => `{"ranking":[["${one}","${two}"]]}`,
      ["422 #/body/ballot/ranking/0 tie-not-allowed"],
    ],
    [
      "more credits than there are",
      { method: "quadratic", credits: 9 },
      (one, two) => `{"votes":{"${one}":3,"${two}":1}}`,
      ["422 #/body/ballot/votes credits-exceeded"],
    ],
    [
      "more points than there are",
      { method: "cumulative", credits: 10 },
      (one, two) => `{"points":{"${one}":8,"${two}":3}}`,
      ["422 #/body/ballot/points credits-exceeded"],
    ],
    [
      "a score above the scale",
      { method: "score", maxScore: 5 },
      (one) => `{"scores":{"${one}":6}}`,
      ["422 #/body/ballot/scores/ONE score-too-high"],
    ],
    [
      "a score below zero",
      { method: "score", maxScore: 5 },
      (one) => `{"scores":{"${one}":-1}}`,
      ["422 #/body/ballot/scores/ONE"],
    ],
    [
      "infinity",
      { method: "score", maxScore: 5 },
      (one) => `{"scores":{"${one}":1e999}}`,
      ["422 #/body/ballot/scores/ONE"],
    ],
  ])("by %s is refused at the field, and nothing is kept", async (...row) => {
    const [, settings, fill, expected] = row;
    const { id: decisionId, options, method } = await decisionBy(settings);
    const [one = "", two = ""] = options.map(({ id }) => id);
    const params = { communityId: scene.communityId, decisionId };
    const body = `{"ballot":{"method":"${method}",${fill(one, two).slice(1)}}`;
    const answer = await send("PUT", addressOf(contract.castBallot.path, params), body);
    expect(told(answer)).toEqual(expected.map((text) => text.replace("ONE", one)));
    const { ballotCount } = await scene.owner.call(contract.readDecision, { params });
    expect(ballotCount).toBe(0);
  });

  it.each([
    ["what is no number", `{"scores":{"x":NaN}`, 422, "invalid-request"],
    ["more than 64 KiB", `{"scores":{"${"x".repeat(65_536)}":1}}`, 413, "too-large"],
  ])("by %s is refused before it is read as a ballot", async (...row) => {
    const [, content, status, type] = row;
    const { id: decisionId } = await decisionBy({ method: "score", maxScore: 5 });
    const params = { communityId: scene.communityId, decisionId };
    const body = `{"ballot":{"method":"score",${content.slice(1)}}`;
    const answer = await send("PUT", addressOf(contract.castBallot.path, params), body);
    expect(answer).toMatchObject({ status, type: `/problems/${type}` });
    expect(answer.title).not.toBe("");
    const { ballotCount } = await scene.owner.call(contract.readDecision, { params });
    expect(ballotCount).toBe(0);
  });
});
