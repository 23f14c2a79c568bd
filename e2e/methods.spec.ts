import type { Page } from "@playwright/test";
import { castBallot, listDecisions } from "#shared/contract/decisions.ts";
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

const wells = "Two wells";
const bridge = "A bridge";
const park = "A park";

/** Says what there is and what each position costs, and opens the vote. */
async function shareOut(page: Page, scene: Scene): Promise<void> {
  await setUp(page, scene);
  await page.getByRole("radio", { name: /^Budget/ }).check();
  await page.getByLabel("The whole budget").fill("100");
  await page.getByLabel("Currency").fill("EUR");
  const costs = page.getByRole("group", { name: /^What each option costs/ });
  await costs.getByLabel(wells).fill("60");
  await costs.getByLabel(bridge).fill("600");
  await expect(costs.getByLabel(bridge)).toHaveJSProperty("validity.valid", false);
  await costs.getByLabel(bridge).fill("60");
  await costs.getByLabel(park).fill("30");
  await page.getByRole("button", { name: "Open voting now" }).click();
  await expect(page.getByRole("heading", { name: "Your ballot" })).toBeVisible();
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

test("a budget is spent on what those who would pay for it can pay for", async ({ people }) => {
  const [ada, bo, cy] = [
    await people.arrive("Ada"),
    await people.arrive("Bo"),
    await people.arrive("Cy"),
  ];
  const community = await found(ada);
  await join(community, [bo, cy]);
  const positions = [wells, bridge, park];
  const scene = await ask(ada, community, { positions, phase: "deliberation" });
  const { page } = ada;
  await shareOut(page, scene);
  await page.getByRole("checkbox", { name: new RegExp(wells) }).check();
  await page.getByRole("checkbox", { name: new RegExp(park) }).check();
  await expect(page.getByText(/What you ticked costs .*90.*; the budget is .*100/)).toBeVisible();
  await cast(page);
  await counted(page);

  const { decisions } = await ada.call(listDecisions, { params: scene.params });
  const [decision] = decisions;
  const ids = { communityId: scene.params.communityId, decisionId: decision?.id ?? "" };
  const optionOf = (title: string) =>
    decision?.options.find((one) => one.title === title)?.id ?? "";
  for (const [who, title] of [
    [bo, wells],
    [cy, bridge],
  ] as const) {
    const ballot = { method: "budget" as const, approved: [optionOf(title)] };
    await who.call(castBallot, { params: ids, body: { ballot } });
  }
  await endVoting(ids);
  await page.getByRole("link", { name: "See the outcome" }).click();
  await expect(page.getByText(/90.* of .*100.* is spent, and .*10.* is left/)).toBeVisible();
  const table = page.getByRole("table", { name: /^What each option costs/ });
  await expect(table.getByRole("row", { name: new RegExp(wells) })).toContainText("Yes");
  await expect(table.getByRole("row", { name: new RegExp(park) })).toContainText("Yes");
  await expect(table.getByRole("row", { name: new RegExp(bridge) })).toContainText("No");
});
