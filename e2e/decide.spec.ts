import type { Page } from "@playwright/test";
import type { Community } from "#shared/contract/communities.ts";
import { listDecisions } from "#shared/contract/decisions.ts";
import { endVoting } from "./clock.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

const question = "Which licence do we release the model under?";
const open = "A free licence";
const fair = "A licence against misuse";
const closed = "No release at all";

/** The debate's own words on how far it is. */
const phase = (page: Page, name: string) =>
  expect(page.getByRole("main").getByText(name, { exact: true }).first()).toBeVisible();

async function askAndFrame(ada: E2ePerson, bo: E2ePerson, community: Community): Promise<string> {
  const { page } = ada;
  await page.goto(`/c/${community.slug}`);
  await page.getByRole("link", { name: "Ask a question" }).first().click();
  await page.getByLabel("The question").fill(question);
  await page.getByLabel("Topic").selectOption({ label: "Accountability" });
  await page.getByLabel("What people should know first").fill("The weights are **ready**.");
  await page.getByRole("button", { name: "Ask it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await phase(page, "Framing");

  await bo.page.goto(page.url());
  await page.getByRole("main").getByRole("button", { name: "Propose a position" }).last().click();
  await page.getByLabel("The answer, in a few words").fill(open);
  await page.getByLabel("What it means").fill("Anybody may use it for anything.");
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(bo.page.getByRole("treeitem", { name: open })).toBeVisible();

  // One answer is no choice: the rule says so.
  await page.getByRole("button", { name: "Steer" }).click();
  await page.getByRole("menuitem", { name: "Deliberation" }).click();
  await page.getByRole("button", { name: "Move the debate" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(/two positions/);
  await page.keyboard.press("Escape");

  for (const title of [fair, closed]) {
    await bo.page.getByRole("button", { name: "Propose a position" }).last().click();
    await bo.page.getByLabel("The answer, in a few words").fill(title);
    await bo.page.getByRole("button", { name: "Propose it" }).click();
    await expect(page.getByRole("treeitem", { name: title })).toBeVisible();
  }
  return page.url();
}

async function deliberate({ page }: E2ePerson, bo: E2ePerson): Promise<void> {
  await page.getByRole("button", { name: "Begin to deliberate" }).click();
  await page.getByLabel("Why").fill("All answers are on the table.");
  await page.getByRole("button", { name: "Move the debate" }).click();
  await phase(page, "Deliberation");
  await phase(bo.page, "Deliberation");
  const row = bo.page.getByRole("treeitem", { name: fair });
  await row.getByRole("button", { name: "Say what speaks for it" }).click();
  await bo.page.getByLabel("What speaks for this position").fill("It keeps misuse out of reach.");
  await bo.page.getByRole("button", { name: "Add the claim" }).click();
  await expect(page.getByRole("treeitem", { name: /keeps misuse out/ })).toBeVisible();
}

/** In an hour, as people in Berlin type it. */
function closingTime(): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Berlin",
    dateStyle: "short",
    timeStyle: "short",
  }).format(Date.now() + 3_600_000);
  return parts.replace(" ", "T");
}

async function openDecision({ page }: E2ePerson): Promise<void> {
  await page.getByRole("link", { name: "Decision" }).click();
  await page.getByRole("button", { name: "Set up a decision" }).click();
  await expect(page.getByLabel("What is decided")).toHaveValue(question);
  await page.getByRole("radio", { name: "Ranking (Schulze)" }).check();
  await page.getByLabel("How many must vote").selectOption({ label: "At least half" });
  await page.getByLabel("How much support is needed").selectOption({ label: "More than half" });
  const rules = page.getByRole("complementary");
  await expect(rules).toContainText("Each two options are compared");
  await expect(rules).toContainText("At least half of those who may vote must do so");
  await page.getByLabel("Ends at").fill(closingTime());
  await page.getByRole("button", { name: "Open voting now" }).click();
  await expect(page.getByRole("heading", { name: "Your ballot" })).toBeVisible();
}

test("a debate goes from framing to a decided Schulze vote", async ({ people }) => {
  const [ada, bo, cy] = [
    await people.arrive("Ada"),
    await people.arrive("Bo"),
    await people.arrive("Cy"),
  ];
  const community = await found(ada);
  await join(community, [bo, cy]);
  const address = await askAndFrame(ada, bo, community);
  await deliberate(ada, bo);
  const decision = address.replace("/arguments", "/decision");
  await bo.page.goto(decision);
  await cy.page.goto(decision);
  await expect(cy.page.getByText("Nothing is put to the vote yet")).toBeVisible();

  await openDecision(ada);
  const counted = (page: Page) => page.getByText(/Your ballot is counted; you can change it/);
  // It opens before everybody's eyes, and the debate is in voting.
  for (const { page } of [ada, bo, cy]) {
    await expect(page.getByRole("heading", { name: "Your ballot" })).toBeVisible();
    await phase(page, "Voting");
    await expect(page.getByText("0 of 3 have voted")).toBeVisible();
  }

  // Ada votes by mouse.
  const rank = (page: Page, title: string) =>
    page.getByRole("button", { name: new RegExp(`Rank .?${title}.? next`) });
  for (const title of [fair, open]) await rank(ada.page, title).click();
  await ada.page.getByRole("button", { name: "Cast my ballot" }).click();
  await expect(counted(ada.page)).toBeVisible();
  for (const { page } of [bo, cy]) {
    await expect(page.getByText("1 of 3 has voted")).toBeVisible();
  }

  // Bo votes by keyboard alone: a number puts an option on that rank, the equals sign levels it.
  const handle = (title: string) =>
    bo.page.getByRole("button", { name: new RegExp(`Move .?${title}.?, `) });
  await handle(closed).focus();
  await bo.page.keyboard.press("1");
  await handle(fair).focus();
  await bo.page.keyboard.press("2");
  await bo.page.keyboard.press("ArrowUp");
  await expect(bo.page.getByRole("list", { name: "Rank 1" })).toContainText(fair);
  await expect(bo.page.getByRole("list", { name: "Rank 2" })).toContainText(closed);
  await bo.page.getByRole("button", { name: "Cast my ballot" }).focus();
  await bo.page.keyboard.press("Enter");
  await expect(counted(bo.page)).toBeVisible();

  // Cy votes by drag, and changes it while the network is away: too late, as it turns out.
  const dragged = cy.page.getByRole("button", { name: new RegExp(`Move .?${open}.?, not ranked`) });
  const place = cy.page.getByText("Nothing is ranked yet.");
  await dragged.hover();
  await cy.page.mouse.down();
  const box = await place.boundingBox();
  if (box === null) throw new Error("there is no place to drop it");
  await cy.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await cy.page.mouse.up();
  await expect(cy.page.getByRole("list", { name: "Rank 1" })).toContainText(open);
  await rank(cy.page, fair).click();
  await cy.page.getByRole("button", { name: "Cast my ballot" }).click();
  await expect(counted(cy.page)).toBeVisible();
  await expect(ada.page.getByText("3 of 3 have voted")).toBeVisible();
  await expect(ada.page.getByText(/Quorum of 2 reached/)).toBeVisible();
  await cy.context.setOffline(true);
  await cy.page.getByRole("button", { name: new RegExp(`Take .?${fair}.? out`) }).click();
  await cy.page.getByRole("button", { name: "Change my ballot" }).click();
  await expect(cy.page.getByText(/Not sent yet/)).toBeVisible();

  const [, debateId = ""] = /\/d\/([\w-]+)/.exec(address) ?? [];
  const ids = { communityId: community.id, debateId };
  const { decisions } = await ada.call(listDecisions, { params: ids });
  await endVoting({ ...ids, decisionId: decisions[0]?.id ?? "" });
  await expect(ada.page.getByText("Voting has ended, and the votes are counted.")).toBeVisible();
  await phase(ada.page, "Decided");
  await cy.context.setOffline(false);
  await expect(cy.page.getByText("Your change is not counted")).toBeVisible();
  await expect(
    cy.page.getByText(/Voting on this decision has ended.*The ballot of .* counts/),
  ).toBeVisible();

  // The result: in words, as a picture, as a table, and how it came about.
  const { page } = ada;
  await page.getByRole("link", { name: "See the outcome" }).click();
  await expect(page.getByText(new RegExp(`Decided: .*${fair}`))).toBeVisible();
  const result = page.getByRole("region", { name: question });
  const pairs = result.getByRole("figure", { name: "Each against each" });
  await expect(pairs.getByRole("cell", { name: `2 rank ${fair} above ${open}` })).toBeVisible();
  await pairs.getByRole("button", { name: "Table" }).click();
  await expect(pairs.getByRole("row").nth(1)).toContainText(/2\s*1|1\s*2/);
  await expect(
    result.getByRole("region", { name: "How it came about" }).getByRole("listitem").first(),
  ).toBeVisible();
  await expect(result.getByText(/3 of the 3 people who could vote did/)).toBeVisible();
  await result.getByRole("button", { name: "Who voted how" }).click();
  const cysRow = result.getByRole("row", { name: /Cy/ });
  await expect(cysRow).toContainText(new RegExp(`1\\. .*${open}.*2\\. .*${fair}`));

  // What the community makes of it.
  await result.getByRole("button", { name: "Put the outcome into words" }).click();
  await result.getByLabel("The outcome in words").fill("We write the licence **by June**.");
  await result.getByRole("button", { name: "Publish" }).click();
  await bo.page.goto(address.replace("/arguments", "/outcome"));
  await expect(bo.page.getByText("We write the licence by June.")).toBeVisible();
  await bo.page.getByRole("link", { name: "Activity" }).click();
  await expect(bo.page.getByText("All answers are on the table.")).toBeVisible();
});
