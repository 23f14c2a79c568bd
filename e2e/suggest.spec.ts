import type { Page } from "@playwright/test";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

test("other words for a claim are suggested, seen at once with what changes, and accepted", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talks always end in agreement." });
  for (const { page } of [ada, bo]) await page.goto(`${scene.path}/arguments`);

  const old = /Talks always end/;
  await row(bo.page, old).getByRole("button", { name: "More" }).click();
  await bo.page.getByRole("menuitem", { name: "Suggest other words" }).click();
  await bo.page.getByLabel("How you would say it").fill("Talks often end in agreement.");
  await expect(bo.page.locator("ins")).toHaveText(/often/);
  await expect(bo.page.locator("del")).toHaveText(/always/);
  await bo.page.getByLabel("Why").fill("Not always, I think.");
  await bo.page.getByRole("button", { name: "Suggest it" }).click();

  await row(ada.page, old).getByRole("button", { name: "1 suggestion" }).click();
  await expect(ada.page.locator("ins")).toHaveText(/often/);
  await expect(ada.page.getByText("Not always, I think.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Accept" }).click();
  for (const { page } of [ada, bo]) {
    await expect(row(page, /Talks often end in agreement/)).toBeVisible();
    await expect(row(page, old)).toHaveCount(0);
  }

  // The history names who said it first, who said it better, and who took that.
  const better = row(bo.page, /Talks often end/);
  await better.getByRole("button", { name: "More" }).click();
  await bo.page.getByRole("menuitem", { name: "History" }).click();
  const [latest, first] = [
    better.getByRole("listitem").first(),
    better.getByRole("listitem").last(),
  ];
  await expect(latest).toContainText("Bo");
  await expect(latest).toContainText("accepted by Ada");
  await expect(first).toContainText("Ada");
  await expect(first).toContainText("Talks always end");
});
