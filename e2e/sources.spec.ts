import type { Page } from "@playwright/test";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

test("a source is looked up by somebody else, and the debate shows what it rests on", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const evidence = [
    {
      kind: "study" as const,
      url: "https://example.org/talks",
      title: "Talks and their outcomes",
      publisher: "Moot Review",
    },
  ];
  await say(ada, scene, { side: "pro", text: "Talks end in agreement.", evidence });
  await say(ada, scene, { side: "con", text: "Talks take long." });
  for (const { page } of [ada, bo]) await page.goto(`${scene.path}/arguments`);

  // Bo looks the source up; only then does he see what reviewers found, while Ada asks to see it.
  const seenByBo = row(bo.page, /Talks end in agreement/);
  await expect(seenByBo.getByText(/reviewer/)).toHaveCount(0);
  await seenByBo.getByRole("button", { name: "Review “Talks and their outcomes”" }).click();
  await seenByBo.getByLabel("It says otherwise").check();
  await expect(seenByBo.getByText("0 of 1 reviewer says it supports the claim")).toBeVisible();
  await seenByBo.getByRole("button", { name: "Done" }).click();
  const seenByAda = row(ada.page, /Talks end in agreement/);
  await expect(seenByAda.getByText(/reviewer/)).toHaveCount(0);
  await expect(seenByAda.getByRole("button", { name: /Review “/ })).toHaveCount(0);
  await expect(row(ada.page, /Talks take long/).getByText("no source")).toBeVisible();
  await ada.page.getByRole("button", { name: "Reveal ratings" }).click();
  await expect(seenByAda.getByText(/1 finds that it says otherwise/)).toBeVisible();

  // The page of sources says by whom they are, and what has none.
  await bo.page.getByRole("link", { name: "All sources" }).click();
  await expect(bo.page.getByRole("link", { name: /Talks and their outcomes/ })).toBeVisible();
  await expect(
    bo.page.getByText("Moot Review").and(bo.page.locator(":not(option)")).first(),
  ).toBeVisible();
  await bo.page.getByLabel("Kind").selectOption("Law");
  await expect(bo.page.getByText("No source is of this kind and by this publisher.")).toBeVisible();
  await bo.page.getByLabel("Kind").selectOption("All");
  const needed = bo.page.getByRole("listitem").filter({ hasText: "Talks take long." });
  await needed.getByRole("link", { name: "Attach a source" }).click();

  // From there he brings what is missing.
  await bo.page.getByLabel("Address").fill("https://example.org/hours");
  await bo.page.getByLabel("Title", { exact: true }).fill("Hours of talk");
  await bo.page.getByRole("button", { name: "Add the source" }).click();
  await expect(row(ada.page, /Talks take long/).getByText("Hours of talk")).toBeVisible();
  await expect(row(ada.page, /Talks take long/).getByText("no source")).toHaveCount(0);
});
