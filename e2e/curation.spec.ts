import type { Page } from "@playwright/test";
import { nameFacilitator } from "#shared/contract/curation.ts";
import { listMembers } from "#shared/contract/memberships.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

test("a facilitator sums a debate up and marks what to read first; a reader sees it come, and how it came", async ({
  people,
}) => {
  const [ada, fay] = [await people.arrive("Ada"), await people.arrive("Fay")];
  const reader = await people.visit();
  const community = await found(ada);
  await join(community, [fay]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talks end in agreement." });
  await say(ada, scene, { side: "pro", text: "Talks cost nothing." });
  const { items } = await ada.call(listMembers, {
    params: { communityId: community.id },
    query: { search: "Fay" },
  });
  const participantId = items[0]?.id ?? "";
  await ada.call(nameFacilitator, { params: { ...scene.params, participantId } });
  await reader.page.goto(`${scene.path}/arguments`);
  await expect(reader.page.getByText("Facilitated by Ada and Fay")).toBeVisible();
  await expect(reader.page.getByRole("button", { name: "Write a summary" })).toHaveCount(0);

  // Fay writes a summary that leads to a claim.
  const { page } = fay;
  await page.goto(`${scene.path}/arguments`);
  await page.getByRole("button", { name: "Write a summary" }).click();
  await page.getByLabel("Summary", { exact: true }).fill("Most of us lean to talks. See ");
  await page.getByRole("button", { name: "Insert a claim" }).click();
  await page.getByRole("searchbox", { name: "Find a claim" }).fill("agreement");
  await page.getByRole("button", { name: "Talks end in agreement." }).click();
  await page.getByRole("button", { name: "Save the summary" }).click();
  const summary = reader.page.getByRole("region", { name: "Where we stand" });
  await expect(summary.getByText("Most of us lean to talks.")).toBeVisible();
  await summary.getByRole("link", { name: "Talks end in agreement." }).click();
  await expect(row(reader.page, /Talks end in agreement/)).toBeFocused();

  // She pins it, calls it the strongest, tags it and moves it down.
  const claim = row(page, /Talks end in agreement/);
  await claim.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Curate" }).click();
  await claim.getByRole("button", { name: "Pin above the outline" }).click();
  await expect(claim.getByRole("button", { name: "Unpin" })).toBeVisible();
  await claim.getByRole("button", { name: "Call it the strongest for it" }).click();
  await claim.getByLabel("Tag", { exact: true }).fill("#Practice");
  await claim.getByRole("button", { name: "Add the tag" }).click();
  const seen = row(reader.page, /Talks end in agreement/);
  await expect(seen.getByText("Strongest for it")).toBeVisible();
  await expect(seen.getByRole("link", { name: "practice" })).toBeVisible();
  const first = reader.page.getByRole("region", { name: "Read first" });
  await expect(first.getByRole("link", { name: "Talks end in agreement." })).toBeVisible();
  await expect(seen).toHaveAttribute("aria-posinset", "1");
  await claim.getByRole("button", { name: "Move down" }).click();
  await expect(seen).toHaveAttribute("aria-posinset", "2");
  await reader.page.getByRole("link", { name: "practice (1)" }).click();
  await expect(row(reader.page, /Talks cost nothing/)).toHaveCount(0);
  await expect(reader.page).toHaveURL(/tag=practice/);

  // A second version; the reader compares the two, word by word.
  await claim.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Edit the summary" }).click();
  await page.getByLabel("Summary", { exact: true }).fill("Some of us lean to talks.");
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(summary.getByText("Some of us lean to talks.")).toBeVisible();
  await summary.getByRole("button", { name: "Versions of the summary" }).click();
  const [newer] = await summary.getByRole("listitem").all();
  await expect(newer?.locator("ins") ?? summary).toContainText("Some");
  await expect(newer?.locator("del").first() ?? summary).toContainText("Most");

  // Who did what stands in the activity; Ada takes the pin back.
  await ada.page.goto(`${scene.path}/activity`);
  await ada.page.getByText("Curation", { exact: true }).click();
  const pinned = ada.page.getByRole("listitem").filter({ hasText: "pinned" });
  await pinned.getByRole("button", { name: "Undo" }).click();
  await expect(pinned.getByText("Undone by Ada")).toBeVisible();
  await expect(first).toHaveCount(0);
});
