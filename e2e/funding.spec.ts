import type { Page } from "@playwright/test";
import { endFundingVote } from "./clock.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

async function begin({ page }: E2ePerson, slug: string): Promise<string> {
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: "Money" }).click();
  await page.getByRole("link", { name: "Begin a round" }).click();
  await page.getByLabel("What the round is for").fill("Tools that stay open");
  await page.getByLabel("Budget", { exact: true }).fill("1000");
  await page.getByRole("button", { name: "Begin the round" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tools that stay open" })).toBeVisible();
  return page.url();
}

async function propose(page: Page, title: string, cost: string): Promise<void> {
  await page.getByRole("button", { name: "Propose a project" }).click();
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("What it asks for (EUR)").fill(cost);
  await page.getByLabel("Milestones").fill("4: A draft\n12: Released");
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

async function vote(page: Page, projects: readonly string[]): Promise<void> {
  for (const title of projects) await page.getByLabel(title).check();
  await page.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(page.getByText("You have voted")).toBeVisible();
}

test("a budget is shared out among projects, anybody can count it again, and what is funded is kept", async ({
  people,
}) => {
  const [ada, bo, cy] = [
    await people.arrive("Ada"),
    await people.arrive("Bo"),
    await people.arrive("Cy"),
  ];
  const community = await found(ada);
  await join(community, [bo, cy]);
  const address = await begin(ada, community.slug);

  // More than there is to share is refused where it was typed, and nothing typed is lost.
  await bo.page.goto(address);
  await bo.page.getByRole("button", { name: "Propose a project" }).click();
  await bo.page.getByLabel("Title", { exact: true }).fill("A palace");
  await bo.page.getByLabel("What it asks for (EUR)").fill("2000");
  await bo.page.getByRole("button", { name: "Propose it" }).click();
  await expect(bo.page.getByText("no more than the whole budget").first()).toBeVisible();
  await bo.page.getByLabel("Title", { exact: true }).fill("Good docs");
  await bo.page.getByLabel("What it asks for (EUR)").fill("400");
  await bo.page.getByRole("button", { name: "Propose it" }).click();
  await expect(ada.page.getByRole("heading", { name: "Good docs" })).toBeVisible();
  await propose(ada.page, "An audit", "500");
  await propose(ada.page, "A party", "900");

  // What the round is to be can be changed until voting opens, and everybody sees it.
  await ada.page.getByRole("link", { name: "Change", exact: true }).click();
  await ada.page.getByLabel("What people should know").fill("Paid out of what members gave.");
  await ada.page.getByRole("button", { name: "Save the round" }).click();
  await expect(bo.page.getByText("Paid out of what members gave.")).toBeVisible();

  await ada.page.getByRole("button", { name: "Open voting" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Open voting" }).click();
  await vote(ada.page, ["Good docs", "An audit"]);
  await vote(bo.page, ["Good docs", "An audit"]);
  await cy.page.goto(address);
  await vote(cy.page, ["A party"]);
  await expect(ada.page.getByText("3 of 3 have voted")).toBeVisible();

  const roundId = address.split("/").at(-1) ?? "";
  await endFundingVote({ communityId: community.id, roundId });
  const { page } = cy;
  await expect(page.getByRole("heading", { name: "2 of 3 projects are funded" })).toBeVisible();
  const row = page.getByRole("row", { name: /A party/ }).first();
  await expect(row).toContainText("Those who back it had");
  await expect(page.getByRole("row", { name: /Most votes first/ })).toContainText("Good docs");
  await page.getByRole("button", { name: "Count again on this device" }).click();
  await expect(page.getByText("the outcome is the same to the last unit")).toBeVisible();

  // What is funded is promised, kept with evidence, and reviewed; the round shows how it went.
  await bo.page.getByRole("link", { name: "Commitment: Good docs" }).click();
  await bo.page.getByRole("button", { name: "Yes, I commit to it" }).click();
  await bo.page.getByLabel("Done, %").fill("100");
  await bo.page.getByLabel("What was done").fill("The docs are there, and tested.");
  await bo.page.getByLabel("What shows it").fill("The docs");
  await bo.page.getByLabel("Address of the evidence").fill("https://example.org/docs");
  await bo.page.getByRole("button", { name: "Report" }).click();
  await ada.page.getByRole("link", { name: "Commitment: Good docs" }).click();
  const way = ada.page.getByRole("navigation", { name: "From the question" });
  await expect(way).toContainText("100% done");
  await ada.page.getByRole("radio", { name: "It worked" }).check();
  await ada.page.getByLabel("Why").fill("Newcomers find their way.");
  await ada.page.getByRole("button", { name: "Say so" }).click();
  await expect(way).toContainText(/Funded: Good docs.*400 EUR.*100% done.*It worked/s);
  await way.getByRole("link", { name: "Good docs" }).click();
  await expect(ada.page.getByRole("listitem").filter({ hasText: "Asks for" })).toContainText([
    /Gets 400(.00)? EUR.*worked.*100% done/s,
    /An audit/,
    /A party/,
  ]);
});
