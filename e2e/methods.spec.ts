import type { Page } from "@playwright/test";
import { listDecisions } from "#shared/contract/decisions.ts";
import { endVoting } from "./clock.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { ask, found, join, type Scene } from "./scenes.ts";

const lot = "A council drawn by lot";
const assembly = "An assembly";
const office = "The harbour office";
const why = "The fishers were not asked.";

const cast = (page: Page) => page.getByRole("button", { name: "Cast my ballot" }).click();
const counted = (page: Page) => expect(page.getByText(/Your ballot is counted/)).toBeVisible();

/** Opens the form for a new decision of a debate. */
async function setUp(page: Page, { path }: Scene): Promise<void> {
  await page.goto(`${path}/decision`);
  await page.getByRole("button", { name: "Set up a decision" }).click();
}

/** Puts one position to the vote by consent. */
async function askForConsent(page: Page, scene: Scene): Promise<void> {
  await setUp(page, scene);
  await page.getByRole("radio", { name: "Consent" }).check();
  const proposal = page.getByRole("group", { name: "The proposal" });
  await proposal.getByRole("radio", { name: lot }).check();
  const rules = page.getByRole("complementary");
  await expect(rules).toContainText("who disagrees or blocks says why");
  await expect(rules).toContainText("More than half of those who take sides must agree");
  await page.getByRole("button", { name: "Open voting now" }).click();
  await expect(page.getByRole("heading", { name: "Your ballot" })).toBeVisible();
}

/** Blocks without a reason, is asked for one, and gives it. */
async function block({ page }: E2ePerson, { path }: Scene): Promise<void> {
  await page.goto(`${path}/decision`);
  await page.getByRole("radio", { name: /^Block/ }).check();
  await cast(page);
  await expect(page.getByText(/Say why/)).toBeVisible();
  await page.getByRole("textbox", { name: "Why" }).fill(why);
  await cast(page);
  await counted(page);
}

/** Sets up seats, and votes on them. */
async function fillSeats(page: Page, scene: Scene): Promise<void> {
  await setUp(page, scene);
  // Not the one by Meek's method.
  await page.getByRole("radio", { name: /^Single transferable vote(?! \()/ }).check();
  await expect(page.getByLabel("How many seats")).toHaveValue("2");
  await expect(page.getByRole("complementary")).toContainText("2 seats are filled");
  await page.getByRole("radio", { name: /^Public/ }).check();
  await page.getByRole("button", { name: "Open voting now" }).click();
  for (const title of [office, lot]) {
    await page.getByRole("button", { name: new RegExp(`Rank .?${title}.? next`) }).click();
  }
  await cast(page);
  await counted(page);
  await page.getByRole("button", { name: "Who voted how so far" }).click();
  const row = page.getByRole("row", { name: /Ada/ });
  await expect(row).toContainText(new RegExp(`1\\. .*${office}.*2\\. .*${lot}`));
}

test("one member blocks a proposal and everybody reads why", async ({ people }) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, {
    positions: [lot, assembly, office],
    phase: "deliberation",
  });
  const { page } = ada;
  await askForConsent(page, scene);
  await page.getByRole("radio", { name: /^Agree/ }).check();
  await cast(page);
  await counted(page);
  await block(bo, scene);
  await expect(page.getByText("2 of 2 have voted")).toBeVisible();

  const { decisions } = await ada.call(listDecisions, { params: scene.params });
  const { communityId } = scene.params;
  await endVoting({ communityId, decisionId: decisions[0]?.id ?? "" });
  await expect(bo.page.getByText("Voting has ended, and the votes are counted.")).toBeVisible();
  await bo.page.getByRole("link", { name: "See the outcome" }).click();
  await expect(bo.page.getByText(new RegExp(`Blocked: .*${lot}`))).toBeVisible();
  const reasons = bo.page.getByRole("region", { name: "The reasons" });
  await expect(reasons.getByRole("listitem")).toContainText(["Bo"]);
  await expect(reasons).toContainText(why);
  const stances = bo.page.getByRole("figure", { name: "The stances" });
  await stances.getByRole("button", { name: "Table" }).click();
  await expect(stances.getByRole("row", { name: /Block/ })).toContainText("50");
});

test("two seats are set up and voted on", async ({ people }) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, {
    positions: [lot, assembly, office],
    phase: "deliberation",
  });
  await fillSeats(ada.page, scene);
});
