import { expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { endpoints } from "#shared/contract/index.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer } from "../testing/server.ts";
import { unzip } from "../transfer/testing-zip.ts";
import { addDebate, closeEarly, holdCount, rulesOf, until } from "./testing-scene.ts";

const asked = endpoints.filter(({ method }) => method === "GET");
const noise =
  /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|"(ms|seq|databaseSize|jobsWaiting)":"?[\d.]+"?|[a-z.]+\.[0-9a-f]{6}@|[0-9a-f]{64}|\d{8}T\d{6}Z|127\.0\.0\.1:\d+|"salt":"[^"]+"|[A-Za-z0-9+/]{40,}={0,2}|\+[0-9a-f]{8}\+|\d{13}\.[\w-]{43}/g;
/** Calendars break long lines anywhere. */
const unfolded = (text: string) => text.replaceAll(/\r\n[\t ]/g, "");
/** The ledger is signed now and then, whatever is voted. */
const unsigned = (text: string) => text.replaceAll(/^\{"type":"checkpoint".*\n/gm, "");
const masked = (text: string) => unsigned(unfolded(text)).replaceAll(noise, "~");

/** All that is seen from outside of a secret vote in which these options are chosen. */
async function outsideOf(choices: readonly number[]): Promise<string[]> {
  const server = await startTestServer({ given: { mostCountedAtOnce: 1 } });
  const scene = await addDebate(server);
  const decision = await scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf({ settings: { method: "plurality" }, secrecy: "secret" }),
  });
  const onlooker = await scene.join("Onlooker");
  const ids = { communityId: scene.communityId, decisionId: decision.id, debateId: scene.debateId };
  const { heard } = await onlooker.listen(debateRoom(ids));
  const voters = [scene.owner, scene.member, scene.member];
  for (const [at, who] of voters.entries()) {
    const choice = decision.options[choices[at] ?? 0]?.id ?? "";
    await who.call(contract.castBallot, {
      params: ids,
      body: { ballot: { method: "plurality", choice } },
    });
  }
  await new Promise((go) => setTimeout(go, 600));
  await until(async () => {
    const ledger = await onlooker.tryCall(exportLedger, { params: ids });
    return (await ledger.text()).includes("decision.opened");
  });
  const seen = heard.at(-1);
  const outside = [JSON.stringify(seen)];
  for (const who of [onlooker, scene.moderator, server.visitor()]) {
    outside.push(...(await readAll(who, ids)));
  }
  // Nor is anything told while the votes are being counted.
  const letGo = await holdCount(server, ids);
  await closeEarly(server, ids);
  outside.push(...(await readAll(scene.moderator, ids)));
  await letGo();
  outside.push(...server.logged.filter((line) => !line.includes("ledger/export")));
  await server.close();
  // Options keep apart what is masked otherwise: a choice that gets out is seen.
  const named = decision.options.map(({ id }, at) => [id, `option ${at}`] as const);
  return outside.map((text) =>
    masked(named.reduce((said, [id, name]) => said.replaceAll(id, name), text)),
  );
}

async function readAll(who: Person, ids: Readonly<Record<string, string>>): Promise<string[]> {
  const seen: string[] = [];
  for (const { name, path } of asked) {
    const address = path.replace(/:(\w+)/g, (_, param: string) => ids[param] ?? "none");
    const response = await who.send(address);
    seen.push(`${name} ${response.status} ${await textIn(response)}`);
  }
  return seen;
}

/** What is in an answer; of an archive what is in its files. */
async function textIn(response: Response): Promise<string> {
  if (response.headers.get("content-type") !== "application/zip") return response.text();
  return JSON.stringify(unzip(Buffer.from(await response.arrayBuffer())));
}

it("two secret votes with other ballots look the same to everybody but their voters", async () => {
  const [one, other] = [await outsideOf([0, 0, 1]), await outsideOf([2, 1, 2])];
  expect(one.length).toBeGreaterThan(100);
  expect(one.filter((text) => text.includes('"status":"counting"'))).not.toEqual([]);
  expect(one).toEqual(other);
}, 120_000);
