import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readOutline } from "#shared/contract/claims.ts";
import {
  annulDecision,
  type DecisionView,
  readDecision,
  writeOutcome,
} from "#shared/contract/decisions.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import {
  acceptInvitation,
  createInvitation,
  listMembers,
  removeMember,
} from "#shared/contract/memberships.ts";
import { endVoting } from "./clock.ts";
import { watchFaults } from "./faults.ts";
import { expectNothingActive, loadAll, readThrough } from "./hostile/audit.ts";
import { addresses, long, short } from "./hostile/payloads.ts";
import { judge } from "./hostile/judging.ts";
import { createWorld, type HostileWorld, type Words } from "./hostile/world.ts";
import { type E2ePerson, expect, test } from "./people.ts";

/** Every word stands there as it was written. */
function expectAll(seen: ReadonlySet<string>, words: readonly string[]): void {
  const texts = [...seen].map((text) => text.replaceAll(/[\u2068\u2069]/g, ""));
  const missing = words.filter((word) => !texts.some((text) => text.includes(word)));
  expect(missing).toEqual([]);
}

async function readArguments(page: Page, { path }: HostileWorld, words: Words): Promise<void> {
  await page.goto(`${path}/arguments`);
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(page.getByRole("treeitem").first()).toBeVisible();
  expectAll(await readThrough(page, "[role=treeitem]"), [...words.short, ...words.long]);
}

async function readStatements(page: Page, { path }: HostileWorld, words: Words): Promise<void> {
  await page.goto(`${path}/statements`);
  await expect(page.getByRole("article")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("What people say to the one you just answered")).toBeVisible();
  await page.getByRole("button", { name: "All statements" }).click();
  await loadAll(page);
  expectAll(await readThrough(page, "main li"), words.short);
}

/** Files that spreadsheets open must not make them compute. */
async function saveVotes(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Who voted how/ }).click();
  await loadAll(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const file = await (await saved).path();
  const cells = (await readFile(file, "utf8")).split(/\r?\n|,(?=")/);
  expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
}

const namesIn = ({ writers }: HostileWorld) => writers.map(({ name }) => name);

async function readDecisionOf(page: Page, world: HostileWorld): Promise<void> {
  await page.goto(`${world.path}/decision`);
  const last = namesIn(world).at(-1) ?? "";
  await expect(page.getByText(last, { exact: true }).first()).toBeAttached();
  await saveVotes(page);
  expectAll(await readThrough(page, "main li, main tr, main h2"), namesIn(world));
}

async function readLists(page: Page, world: HostileWorld, words: Words): Promise<void> {
  const { community, path } = world;
  await page.goto(`${path}/activity`);
  await loadAll(page);
  expectAll(await readThrough(page, "main li"), words.short);
  await page.goto(`/c/${community.slug}/members`);
  await loadAll(page);
  expectAll(await readThrough(page, "main li"), namesIn(world));
  await page.goto(`/c/${community.slug}`);
  await loadAll(page);
  expectAll(await readThrough(page, "main li, main article, main h1"), words.short);
  await page.goto(`/c/${community.slug}/settings`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(words.short[0] ?? "");
  await readThrough(page, "main");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: words.short[0] ?? "" }).first()).toBeVisible();
  await expectNothingActive(page);
}

async function endByWord(owner: E2ePerson, decision: DecisionView, reason: string): Promise<void> {
  const params = { communityId: decision.communityId, decisionId: decision.id };
  await owner.call(annulDecision, { params, body: { reason: `Because of ${reason}` } });
}

async function readOutcome(page: Page, { path }: HostileWorld, word: string): Promise<void> {
  await page.goto(`${path}/outcome`);
  await expect(page.getByText(word).first()).toBeAttached();
  await readThrough(page, "main");
}

/** Pages of all kinds: whatever they show, nothing of it acts. */
async function lookAt(page: Page, pages: readonly string[]): Promise<void> {
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(page.locator(".skeleton"), path).toHaveCount(0);
    await expectNothingActive(page);
  }
}

test("hostile text is shown as text and does nothing", async ({ people, baseURL }) => {
  const words = { short, long };
  const owner = await people.arrive(words.short[3] ?? "");
  const world = await createWorld(owner, words, baseURL ?? "");
  const { page } = owner;
  await readArguments(page, world, words);
  await readStatements(page, world, words);
  await readDecisionOf(page, world);
  await readLists(page, world, words);
  const [author, other] = world.writers;
  if (!author || !other) throw new Error("nobody wrote anything");
  await lookAt(page, await judge({ owner, author, other }, world, words));
  await world.leave();
  await page.goto("/settings");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(owner.name);
  await expectNothingActive(page);
  const reason = words.short.join(" ").slice(0, 1_900);
  await endByWord(owner, world.decision, reason);
  await readOutcome(page, world, words.short[0] ?? "");
});

test("a hostile outcome, and a hostile farewell, are shown as text", async ({
  people,
  baseURL,
}) => {
  const [owner, guest] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const words = { short: short.slice(0, 4), long: long.slice(0, 2) };
  const { community, debate, decision, path, leave } = await createWorld(
    owner,
    words,
    baseURL ?? "",
  );
  await leave();
  const params = { communityId: community.id, decisionId: decision.id };

  const outline = await owner.call(readOutline, {
    params: { communityId: community.id, debateId: debate.id },
  });
  const claimId = outline.claims[0]?.id ?? "";
  for (const url of addresses) {
    const body = { kind: "study", url, title: "A source" } as const;
    const at = { communityId: community.id, debateId: debate.id, claimId };
    expect((await owner.ask(addEvidence, { params: at, body })).status(), url).toBe(422);
  }

  const here = { communityId: community.id };
  const { token } = await owner.call(createInvitation, { params: here, body: {} });
  await guest.call(acceptInvitation, { params: { token }, body: {} });
  const { items } = await owner.call(listMembers, { params: here });
  const participantId = items.find(({ name }) => name === "Bo")?.id ?? "";
  const reason = short.join(" ").slice(0, 500);
  await owner.call(removeMember, { params: { ...here, participantId }, body: { reason } });
  await guest.page.goto("/notifications");
  await expect(guest.page.getByText(reason.slice(0, 100))).toBeVisible();
  await expectNothingActive(guest.page);

  await endVoting(params);
  const state = async () => (await owner.call(readDecision, { params })).status;
  await expect.poll(state).toBe("closed");
  const { version } = await owner.call(readDecision, { params });
  const text = [...short, ...long].join("\n\n").slice(0, 10_000);
  await owner.call(writeOutcome, { params, body: { text, version } });
  await owner.page.goto(`${path}/outcome`);
  await expect(owner.page.getByRole("heading", { name: "What follows from it" })).toBeVisible();
  const seen = await readThrough(owner.page, "main p, main li, main td, main h4, main code");
  expect([...seen].some((one) => one.includes(short[0] ?? ""))).toBe(true);
});

test("what these stories look for would be seen", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const faults: string[] = [];
  await watchFaults(context, faults);
  const page = await context.newPage();
  await page.goto("/help");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNothingActive(page);
  await page.evaluate(() => {
    const place = document.createElement("div");
    place.innerHTML = "<img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>";
    document.body.append(place);
    setTimeout(() => alert("ran"));
  });
  await expect
    .poll(() => faults.join())
    .toMatch(/forbidden by script-src.*alert: ran|alert: ran.*forbidden by/);
  await expect(expectNothingActive(page)).rejects.toThrow(/onerror/);
  await context.close();
});
