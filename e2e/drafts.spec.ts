import { expect, test } from "./people.ts";
import { ask, found, say } from "./scenes.ts";

test("what was begun is offered when the debate is opened again, on its side", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const scene = await ask(ada, await found(ada), { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talks always end in agreement." });
  const { page } = ada;
  const row = page.getByRole("treeitem", { name: /Talks always end/ });
  const drafts = page.getByRole("region", { name: "Drafts you have kept" });
  await page.goto(`${scene.path}/arguments`);
  await expect(drafts).toHaveCount(0);
  await row.getByRole("button", { name: "con", exact: false }).first().click();
  await page.getByLabel("What speaks against this claim").fill("They often end in silence.");

  await page.reload();
  await expect(drafts).toContainText("They often end in silence.");
  await drafts.getByRole("button", { name: "Continue" }).click();
  const field = page.getByLabel("What speaks against this claim");
  await expect(field).toHaveValue("They often end in silence.");
  await expect(field).toBeFocused();
  await expect(drafts).toHaveCount(0);
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(page.getByRole("treeitem", { name: /end in silence/ })).toBeVisible();

  // So is what was begun as an edit, until it is thrown away.
  await row.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("Your claim").fill("Talks often end in agreement.");
  const other = await page.context().newPage();
  await page.goto("about:blank");
  await other.goto(`${scene.path}/arguments`);
  await expect(other.getByRole("region", { name: "Drafts you have kept" })).toContainText(
    "Talks often end in agreement.",
  );
  await other.getByRole("button", { name: "Discard" }).click();
  await other.reload();
  await expect(other.getByRole("treeitem", { name: /Talks always end/ })).toBeVisible();
  await expect(other.getByRole("region", { name: "Drafts you have kept" })).toHaveCount(0);
});

test("positions, statements and sources that were begun are offered too, and go on where they are written", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const scene = await ask(ada, await found(ada), { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talks always end in agreement." });
  const { page } = ada;
  const row = page.getByRole("treeitem", { name: /Talks always end/ });
  const drafts = page.getByRole("region", { name: "Drafts you have kept" });
  const goOn = (about: string | RegExp) =>
    drafts
      .getByRole("listitem")
      .filter({ hasText: about })
      .getByRole("button", { name: "Continue" });
  const own = page.getByRole("textbox", { name: "Add a statement of your own" });
  await page.goto(`${scene.path}/statements`);
  await own.fill("Everybody should be heard.");
  await page.goto(`${scene.path}/arguments`);
  await page.getByRole("button", { name: "Propose a position" }).click();
  await page.getByLabel("The answer, in a few words").fill("A jury drawn by lot");
  await row.focus();
  await page.keyboard.press("e");
  await page.getByLabel("Title", { exact: true }).fill("Minutes of a hundred talks");

  await page.reload();
  await expect(drafts.getByRole("listitem")).toHaveCount(3);
  await goOn("A jury drawn by lot").click();
  await expect(page.getByLabel("The answer, in a few words")).toHaveValue("A jury drawn by lot");
  await expect(page.getByLabel("The answer, in a few words")).toBeFocused();
  await goOn("Minutes of a hundred talks").click();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Minutes of a hundred talks");
  await goOn("Everybody should be heard.").click();
  await expect(own).toBeFocused();
  await expect(own).toHaveValue("Everybody should be heard.");
});
