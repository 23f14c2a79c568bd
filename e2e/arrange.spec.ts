import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

/** A rating is drawn a moment after the click. */
async function choose(radio: Locator): Promise<void> {
  await radio.click();
  await expect(radio).toBeChecked();
}

/** Opens what can be rearranged at a row, and chooses one. */
async function arrange(page: Page, words: RegExp, deed: string): Promise<void> {
  await row(page, words).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Rearrange …" }).click();
  await row(page, words).getByRole("button", { name: deed }).click();
}

test("two claims that say the same become one before everybody's eyes, and two again", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talks end in agreement." });
  for (const { page } of [ada, bo]) await page.goto(`${scene.path}/arguments`);

  // Bo writes the same in other words, with a source, and says that he doesn't know how far it bears.
  const bosWords = /People agree in the end/;
  await row(bo.page, /By talking it over/)
    .getByRole("button", { name: "Say what speaks for it" })
    .click();
  await bo.page.getByLabel("What speaks for this position").fill("People agree in the end.");
  await bo.page.getByRole("button", { name: "Attach a source" }).click();
  await bo.page.getByLabel("Address").fill("https://example.org/talks");
  await bo.page.getByLabel("Title", { exact: true }).fill("A count of talks");
  await bo.page.getByRole("button", { name: "Add the claim" }).click();
  await row(bo.page, bosWords).getByRole("button", { name: "Rate" }).click();
  const truth = bo.page.getByRole("group", { name: "How true is this?" });
  await choose(truth.getByRole("radio", { name: "3", exact: true }));
  const relevance = bo.page.getByRole("group", { name: /bear/ });
  await choose(relevance.getByRole("radio", { name: /know/ }));
  await bo.page.getByRole("button", { name: "Done" }).click();
  await bo.page.reload();
  await row(bo.page, bosWords).getByRole("button", { name: "Rate" }).click();
  await expect(
    bo.page.getByRole("group", { name: /bear/ }).getByRole("radio", { name: /know/ }),
  ).toBeChecked();
  await bo.page.getByRole("button", { name: "Done" }).click();

  // Ada, who asked, says that they are the same.
  await ada.page.getByRole("button", { name: /new/ }).first().click();
  await arrange(ada.page, bosWords, "Say that it is the same as another");
  await ada.page.getByRole("searchbox", { name: "Which claim says the same" }).fill("AGREEMENT");
  await ada.page.getByRole("radio", { name: /Talks end in agreement/ }).check();
  await ada.page.getByRole("button", { name: "They are the same" }).click();
  await expect(row(ada.page, bosWords)).toHaveCount(0);
  await expect(row(bo.page, bosWords)).toHaveCount(0);
  const joint = row(bo.page, /Talks end in agreement/);
  await expect(joint.getByText("A count of talks")).toBeVisible();
  await expect(joint.getByText("Bo said the same")).toBeVisible();
  await joint.getByRole("button", { name: "Rate" }).click();
  await expect(
    bo.page
      .getByRole("group", { name: "How true is this?" })
      .getByRole("radio", { name: "3", exact: true }),
  ).toBeChecked();

  // She takes it back from the activity, where everybody can read who did what.
  await bo.page.getByRole("link", { name: "Activity" }).click();
  await bo.page.getByText("How the argument was rearranged").click();
  await expect(bo.page.getByText("said that two claims are the same")).toBeVisible();
  await expect(bo.page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await ada.page.getByRole("link", { name: "Activity" }).click();
  await ada.page.getByText("How the argument was rearranged").click();
  await ada.page.getByRole("button", { name: "Undo" }).first().click();
  await expect(bo.page.getByText("Taken back by Ada")).toBeVisible();
  await bo.page.getByRole("link", { name: "Arguments" }).click();
  await expect(row(bo.page, bosWords).getByText("A count of talks")).toBeVisible();

  // Bo lets his claim speak against the other answer, too.
  await arrange(bo.page, bosWords, "Let it stand at one more place");
  await bo.page
    .getByRole("radio", { name: /a position/ })
    .last()
    .check();
  await bo.page.getByRole("radio", { name: "Con", exact: true }).check();
  await bo.page.getByRole("button", { name: "Let it stand there" }).click();
  await expect(row(bo.page, bosWords)).toHaveCount(2);
  await expect(bo.page.getByRole("button", { name: /also stands under/ })).toHaveCount(2);
});
