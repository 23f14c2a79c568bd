import type { Page } from "@playwright/test";
import { createDebate } from "#shared/contract/debates.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

const question = "How much water does each garden need?";

async function callForPanel({ page }: E2ePerson, slug: string): Promise<string> {
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("link", { name: "Panels" }).click();
  await page.getByRole("link", { name: "Call for a panel" }).click();
  await page.getByLabel("What the panel is about").fill("Water for all");
  await page.getByLabel("What it is asked to do").fill("To say how much each garden needs.");
  await page.getByLabel("The debate that it deliberates on").selectOption(question);
  await page.getByLabel("Seats", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Another respect" }).click();
  await page.getByLabel("What is asked").fill("home");
  await page.getByLabel("Answer 1", { exact: true }).fill("rents");
  await page.getByLabel("Answer 2", { exact: true }).fill("owns");
  const most = page.getByLabel("Most", { exact: false });
  await most.nth(0).fill("0");
  await page.getByLabel("Fewest", { exact: false }).nth(1).fill("3");
  // No panel of two can have three: said while it is typed, and again where it is sent.
  await expect(page.getByText("The fewest seats add up to more than the 2")).toBeVisible();
  await page.getByLabel("Fewest", { exact: false }).nth(1).fill("2");
  await page.getByRole("button", { name: "Call for volunteers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Water for all" })).toBeVisible();
  return page.url();
}

async function volunteer(page: Page, home: string): Promise<void> {
  await page.getByLabel("home").selectOption(home);
  await page.getByRole("button", { name: "Volunteer" }).click();
  await expect(page.getByRole("heading", { name: "You are among the volunteers" })).toBeVisible();
}

async function fixList(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fix the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Fix the list" }).click();
}

test("a panel is drawn by lot from those who volunteer, and a stranger draws it again", async ({
  people,
}) => {
  const [ada, bo, cy] = [
    await people.arrive("Ada"),
    await people.arrive("Bo"),
    await people.arrive("Cy"),
  ];
  const stranger = await people.visit();
  const community = await found(ada);
  await join(community, [bo, cy]);
  const { id: debateId } = await ada.call(createDebate, {
    params: { communityId: community.id },
    body: { question, topic: "governance", language: "en", phase: "framing" },
  });
  const address = await callForPanel(ada, community.slug);

  await volunteer(ada.page, "rents");
  await bo.page.goto(address);
  await volunteer(bo.page, "rents");
  await ada.page.getByText("Register volunteers from a table").click();
  const table = ada.page.getByLabel("Table", { exact: true });
  await table.fill("member,household,home\nCy,,sublets");
  await ada.page.getByRole("button", { name: "Register them" }).click();
  await expect(ada.page.getByRole("alert")).toContainText("Line 2, column home");
  await table.fill("member,household,home\nCy,,owns");
  await ada.page.getByRole("button", { name: "Register them" }).click();
  await expect(ada.page.getByText("There are 3 volunteers now.")).toBeVisible();

  // Only one owns: no panel meets the quotas, the way out is named, and nobody is lost.
  await fixList(ada.page);
  await expect(ada.page.getByText("no panel meets the quotas", { exact: false })).toBeVisible();
  await expect(ada.page.getByText("The smallest change that helps:")).toBeVisible();
  await ada.page.getByRole("button", { name: "Change the quotas" }).click();
  await expect(ada.page.getByText("The smallest change that helps:")).toBeHidden();
  await fixList(ada.page);

  // Cy is the only one who owns, so the lot can but draw them: live, and by a notice that leads here.
  await cy.page.goto("/notifications");
  await cy.page.getByRole("link", { name: "You were drawn for a panel" }).click();
  await expect(cy.page).toHaveURL(address);
  await expect(cy.page.getByText("Your own chance was 100%.")).toBeVisible();
  await cy.page.getByRole("button", { name: "Take the seat" }).click();
  await expect(cy.page.getByText("1 of 2 taken")).toBeVisible();
  await expect(ada.page.getByText("1 of 2 taken")).toBeVisible();
  await expect(bo.page.getByText("Your own chance was 50%.")).toBeVisible();

  const { page } = stranger;
  await page.goto(address);
  await page.getByRole("link", { name: "How it was drawn, and draw it again" }).click();
  await page.getByRole("button", { name: "Recompute in your browser" }).click();
  await expect(page.getByText("This draw is right")).toBeVisible();
  await expect(page.getByText("2 pseudonyms that were drawn")).toBeVisible();
  await cy.page.goto(page.url());
  await cy.page.getByRole("button", { name: "Recompute in your browser" }).click();
  const own = cy.page.getByRole("listitem").filter({ hasText: "Yourself" });
  await expect(own).toContainText("as it should be");

  // The other seat is Ada's or Bo's. Both of those who sit say yes, and what they recommend stands in the debate.
  const isAsked = ({ page: theirs }: E2ePerson) =>
    theirs.getByRole("button", { name: "Take the seat" }).isVisible();
  await expect.poll(async () => (await isAsked(bo)) || (await isAsked(ada))).toBe(true);
  const other = (await isAsked(bo)) ? bo.page : ada.page;
  await other.getByRole("button", { name: "Take the seat" }).click();
  await other.getByRole("button", { name: "Propose a recommendation" }).click();
  await other.getByLabel("The recommendation, in a sentence").fill("A litre for each bed");
  await other.getByRole("button", { name: "Put it before the panel" }).click();
  await other.getByRole("button", { name: "Yes A litre" }).click();
  await page.goto(`/c/${community.slug}/d/${debateId}/arguments`);
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await cy.page.goto(address);
  await expect(cy.page.getByText("1 yes, 0 no; 2 yes needed")).toBeVisible();
  await cy.page.getByRole("button", { name: "Yes A litre" }).click();
  await expect(other.getByText("Recommended by the panel")).toBeVisible();
  await expect(page.getByText("Recommended by a panel drawn by lot")).toBeVisible();
});
