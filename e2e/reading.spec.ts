import type { Page } from "@playwright/test";
import { listBookmarks, readReading } from "#shared/contract/reading.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

test("somebody searches a debate, narrows it by a link, catches up, and keeps what matters", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, {
    question: "Who answers for what a shared model does?",
    positions: ["Whoever runs it", "Whoever trained it"],
    phase: "deliberation",
  });
  const settings = await say(ada, scene, {
    side: "pro",
    text: "Quórum or not, they choose the settings.",
    evidence: [{ kind: "study", url: "https://example.org/s", title: "Ein Prüfbericht" }],
  });
  let under = settings.claim.id;
  for (const depth of [1, 2, 3, 4]) {
    const text = `Nobody changes settings at depth ${depth}.`;
    under = (await say(ada, scene, { side: "con", text, target: under })).claim.id;
  }

  // By "/" into the search; accents and case do not matter, and the way to each hit opens.
  const { page } = bo;
  await page.goto(`${scene.path}/arguments`);
  await expect(row(page, /they choose the settings/)).toBeVisible();
  await expect(row(page, /depth 4/)).toHaveCount(0);
  await page.keyboard.press("/");
  const search = page.getByRole("textbox", { name: "Search in this debate" });
  await expect(search).toBeFocused();
  await search.fill("SETTINGS nobody");
  await expect(page.getByText("4 hits")).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByText("4 of 4")).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText("4 of 4")).toBeVisible();
  await expect(search).toBeFocused();
  await expect(row(page, /depth 4/)).toBeVisible();
  await expect(row(page, /depth 4/).locator("mark")).toHaveText(["Nobody", "settings"]);
  await search.fill("quorum prufbericht");
  await expect(page.getByText("1 hit", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("mark")).toHaveText(["Quórum", "Prüfbericht"]);
  await page.keyboard.press("Escape");
  await expect(row(page, /they choose the settings/)).toBeFocused();
  await expect(page.locator("mark")).toHaveCount(0);

  // What is narrowed stands in the address: whoever gets the link sees the same.
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("checkbox", { name: "Without a source" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("4 of 5 claims shown")).toBeVisible();
  await expect(page).toHaveURL(/\/arguments\?only=unsourced$/);
  const eve = await people.visit();
  await eve.page.goto(page.url());
  await expect(eve.page.getByText("4 of 5 claims shown")).toBeVisible();
  await expect(row(eve.page, /depth 4/)).toBeVisible();
  await expect(row(eve.page, /Whoever runs it/)).toBeVisible();
  await expect(row(eve.page, /Whoever trained it/)).toHaveCount(0);
  await eve.page.goto(`${scene.path}/arguments?only=disputed`);
  await expect(eve.page.getByText("No claim is what you asked for")).toBeVisible();
  await expect(eve.page.getByRole("button", { name: "Reveal ratings" }).last()).toBeVisible();
  await eve.page.getByRole("button", { name: "Show everything" }).last().click();
  await expect(row(eve.page, /Whoever trained it/)).toBeVisible();

  // Kept: a claim from its menu, the debate from its head.
  await page.getByRole("button", { name: "Show everything" }).click();
  const kept = row(page, /they choose the settings/);
  await kept.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Bookmark" }).click();
  await expect(kept.getByText("Bookmarked")).toBeAttached();
  // The list has them in the order in which the server got them, which the page does not wait for.
  const bookmarks = async () => (await bo.call(listBookmarks, { query: {} })).items.length;
  await expect.poll(bookmarks).toBe(1);
  const keepDebate = page.getByRole("button", { name: "Bookmark this debate" });
  await keepDebate.click();
  await expect(keepDebate).toHaveAttribute("aria-pressed", "true");

  // What was shown for some seconds is read; what others say afterwards is new on the next visit.
  const marker = async () => (await bo.call(readReading, { params: scene.params })).readUpTo;
  await expect.poll(marker).not.toBeNull();
  await page.goto(`/c/${community.slug}`);
  await say(ada, scene, { side: "pro", text: "They were told of the harm." });
  await say(ada, scene, { side: "con", text: "They cannot look inside.", target: under });
  await page.reload();
  await expect(page.getByText("2 new claims")).toBeVisible();
  await page.getByRole("link", { name: /Who answers for/ }).click();
  await expect(page.getByText("2 new since your last visit")).toBeVisible();
  await page.getByRole("button", { name: "Next new" }).click();
  const deep = row(page, /cannot look inside/);
  await expect(deep).toBeFocused();
  await expect(deep.getByText("new", { exact: true })).toBeVisible();
  await page.keyboard.press("n");
  await expect(row(page, /told of the harm/)).toBeFocused();
  await page.getByRole("button", { name: "Show only these" }).click();
  await expect(page.getByText("2 of 7 claims shown")).toBeVisible();

  // The list of what one keeps leads there, and lets go of it.
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Bookmarks" }).click();
  await expect(page.getByRole("heading", { name: "Bookmarks" })).toBeVisible();
  const items = page.getByRole("main").getByRole("listitem");
  await expect(items).toHaveCount(2);
  await items
    .first()
    .getByRole("button", { name: /^Remove the bookmark/ })
    .click();
  await expect(items).toHaveCount(1);
  await items.getByRole("link", { name: /they choose the settings/ }).click();
  await expect(row(page, /they choose the settings/)).toBeFocused();
});
