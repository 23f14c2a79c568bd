import type { Page } from "@playwright/test";
import { editClaim, withdrawClaim } from "#shared/contract/claims.ts";
import { nextStatements } from "#shared/contract/statements.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { ask, found, join, say, type Scene, state } from "./scenes.ts";

const statements = [
  "We should meet in the morning.",
  "We should write down what we decide.",
  "Everybody should speak once before anybody speaks twice.",
  "Whoever is absent can send their view.",
];

/** A debate that Ada began and Bo reads. */
async function begin(ada: E2ePerson, bo: E2ePerson): Promise<Scene> {
  const community = await found(ada);
  await join(community, [bo]);
  return ask(ada, community, { phase: "deliberation" });
}

async function answered(bo: E2ePerson, { params }: Scene): Promise<number> {
  const { progress } = await bo.call(nextStatements, { params });
  return progress.responded;
}

/** Answers the card on top by a key. */
async function press(page: Page, key: string): Promise<void> {
  const card = page.getByRole("article");
  const text = await card.innerText();
  await page.keyboard.press(key);
  await expect(card.getByText(text)).toHaveCount(0);
}

test("what one answers without network waits in sight, and goes out when it is back", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const scene = await begin(ada, bo);
  for (const text of statements) await state(ada, scene, text);
  const { page, context } = bo;
  await page.goto(`${scene.path}/statements`);
  await press(page, "a");
  await expect.poll(() => answered(bo, scene)).toBe(1);

  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await press(page, "d");
  await press(page, "p");
  await expect(page.getByText("2 things you sent wait here")).toBeVisible();
  await expect(page.getByText("2 responses are kept here")).toBeVisible();
  await expect(page.getByRole("main").getByText("3 of 4")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await expect(page.getByText(/kept here/)).toHaveCount(0);
  await expect.poll(() => answered(bo, scene)).toBe(3);
  await page.reload();
  await expect(page.getByRole("main").getByText("3 of 4")).toBeVisible();
});

test("what the server cannot be reached for is tried again until it can, and counts once", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const scene = await begin(ada, bo);
  for (const text of statements) await state(ada, scene, text);
  const { page, context } = bo;
  await page.goto(`${scene.path}/statements`);
  await expect(page.getByRole("article")).toBeVisible();

  // The answer to the first try is lost on its way back: nobody knows whether it counted.
  let lost = 0;
  await context.route("**/response", async (route) => {
    if (lost === 0) await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await press(page, "a");
  await press(page, "d");
  await expect(page.getByText(/responses? (is|are) kept here/)).toBeVisible();
  await expect.poll(() => lost).toBeGreaterThan(1);
  await context.unroute("**/response");
  await expect(page.getByText(/kept here/)).toHaveCount(0);
  await expect.poll(() => answered(bo, scene)).toBe(2);
});

/** What every row of the argument says, in order. */
const rowsOf = (page: Page) =>
  page
    .getByRole("treeitem")
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelector("[id$='-text']")?.textContent ?? ""),
    );

test("who was away catches up without a reload: nothing is missing and nothing is there twice", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const scene = await begin(ada, bo);
  const first = await say(ada, scene, { side: "pro", text: "The first thing said." });
  const second = await say(ada, scene, { side: "con", text: "The second thing said." });
  const tall = { width: 1280, height: 6000 };
  await ada.page.setViewportSize(tall);
  await bo.page.setViewportSize(tall);
  for (const { page } of [ada, bo]) {
    await page.goto(`${scene.path}/arguments`);
    await expect(page.getByText("The second thing said.")).toBeVisible();
  }
  await expect(ada.page.getByText("2 here")).toBeAttached();
  await bo.page.evaluate(() => document.body.setAttribute("data-stayed", ""));

  await bo.context.setOffline(true);
  await expect(bo.page.getByText("You are offline.")).toBeVisible();
  await expect(ada.page.getByText("1 here")).toBeAttached({ timeout: 60_000 });
  for (let number = 3; number <= 30; number += 1) {
    const text = `Thing number ${number}.`;
    await say(ada, scene, { side: number % 2 ? "pro" : "con", text, target: first.claim.id });
  }
  const params = { ...scene.params, claimId: first.claim.id };
  const body = { version: first.claim.version, text: "The first thing, said better." };
  await ada.call(editClaim, { params, body });
  await ada.call(withdrawClaim, { params: { ...scene.params, claimId: second.claim.id } });
  await expect(bo.page.getByText("The first thing said.")).toBeVisible();

  await bo.context.setOffline(false);
  await expect(bo.page.getByText("The first thing, said better.")).toBeVisible();
  await bo.page.getByRole("button", { name: "28 new", exact: true }).click();
  await expect(bo.page.getByText("Thing number 30.")).toBeVisible();
  await expect(bo.page.getByText("The second thing said.")).toHaveCount(0);
  const seen = await rowsOf(bo.page);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((text) => text.startsWith("Thing number"))).toHaveLength(28);
  await expect(bo.page.locator("body[data-stayed]")).toBeAttached();
  await ada.page.reload();
  // So tall a page takes a machine without a graphics card many seconds to draw.
  await expect(ada.page.getByText("Thing number 30.")).toBeVisible({ timeout: 60_000 });
  expect(await rowsOf(ada.page)).toEqual(seen);
  await expect(ada.page.getByText("2 here")).toBeAttached();
});
