import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { exportFormats } from "#shared/contract/transfer.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

const row = (page: Page, words: RegExp) => page.getByRole("treeitem", { name: words });

/** Tomorrow noon, as a field for date and time takes it. */
const tomorrow = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00`;

/** Whether a picture was loaded, and is more than a place for one. */
const isSeen = (picture: Locator) =>
  picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);

test("a community words a rule anew, shows its faces, mends a claim, and carries its debate away", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  const { slug } = community;
  await join(community, [bo]);

  // The rule changes tomorrow: until then everybody reads both, word by word.
  await ada.page.goto(`/c/${slug}/settings`);
  const rule = ada.page.getByRole("listitem").filter({ hasText: "Argue with the claim" });
  await rule.getByRole("button", { name: "Edit" }).click();
  await ada.page.getByLabel("The rule").fill("Argue with the claim, not the person");
  await ada.page.getByLabel("In force from").fill(tomorrow());
  await ada.page.getByRole("button", { name: "Save the rule" }).click();
  await expect(ada.page.getByText("not the person").first()).toBeVisible();
  await bo.page.goto(`/c/${slug}/charter`);
  await expect(bo.page.getByRole("heading", { name: "Argue with the claim" })).toBeVisible();
  const coming = bo.page.getByRole("region", { name: "Coming", exact: true });
  await expect(coming).toContainText("In force from");
  await expect(coming.locator("ins")).toContainText("not the person");
  const saved = bo.page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(saved.first()).toContainText("Rule 1, version 2");
  await expect(saved.first()).toContainText("Ada");
  await expect(saved.last()).toContainText("Rule 1, version 1");

  // Bo shows himself, and Ada sees who that is.
  await bo.page.goto(`/c/${slug}/members`);
  await bo.page.getByRole("main").getByRole("link", { name: "Bo", exact: true }).click();
  await expect(bo.page.getByRole("heading", { level: 1, name: "Bo" })).toBeVisible();
  const buffer = await bo.page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await bo.page
    .locator("input[type=file]")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer });
  await expect(bo.page.getByRole("button", { name: "Remove the picture" })).toBeVisible();
  await bo.page.getByLabel("A few words about you").fill("I run two nodes.");
  const kept = bo.page.waitForResponse((answer) => answer.request().method() === "PUT");
  await bo.page.getByRole("button", { name: "Save", exact: true }).click();
  await kept;
  await ada.page.goto(bo.page.url());
  await expect(ada.page.getByText("I run two nodes.")).toBeVisible();
  await expect.poll(() => isSeen(ada.page.getByRole("main").locator("img").first())).toBe(true);

  // What Bo says is unclear. Ada marks it, and finds it among what is to be mended.
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(bo, scene, { side: "pro", text: "It is as it always was." });
  for (const { page } of [ada, bo]) await page.goto(`${scene.path}/arguments`);
  const claim = /as it always was/;
  await row(ada.page, claim).getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("menuitem", { name: "Mark for review" }).click();
  await ada.page.getByRole("radio", { name: /^unclear/ }).check();
  await ada.page.getByRole("button", { name: "Mark it" }).click();
  await expect(row(bo.page, claim).getByText("unclear", { exact: true })).toBeVisible();
  await ada.page.getByRole("link", { name: "All sources" }).click();
  const marked = ada.page.getByRole("region", { name: "Marked for review" });
  await expect(marked.getByRole("listitem").filter({ hasText: claim })).toContainText("unclear");
  await marked.getByRole("link", { name: "Show them in the outline" }).click();
  await expect(ada.page).toHaveURL(/only=marked/);
  await expect(row(ada.page, claim)).toBeVisible();
  await ada.page.goBack();

  // Better words are what the mark asked for.
  await row(bo.page, claim).getByRole("button", { name: "More" }).click();
  await bo.page.getByRole("menuitem", { name: "Edit" }).click();
  await bo.page.getByLabel("Your claim").fill("Talks have settled this each year.");
  await bo.page.getByRole("button", { name: "Save", exact: true }).click();
  const mended = row(bo.page, /settled this each year/);
  await expect(mended).toBeVisible();
  await expect(mended.getByText("unclear", { exact: true })).toHaveCount(0);
  await expect(marked.getByText("No claim is marked for review.")).toBeVisible();

  // All of it can be taken away, in each form.
  const open = async () => {
    await bo.page.getByRole("button", { name: "Export" }).click();
    return bo.page.getByRole("menu").getByRole("menuitem");
  };
  for (const [at, format] of exportFormats.entries()) {
    const item = (await open()).nth(at);
    if (format === "polis") {
      await expect(item).toContainText("once the debate is decided");
      continue;
    }
    const [download] = await Promise.all([bo.page.waitForEvent("download"), item.click()]);
    expect(download.suggestedFilename()).toMatch(/^How-do-we-settle.*\.(json|md|txt|argdown|zip)$/);
    const content = await readFile(await download.path());
    const plain = format === "csv" ? "claims.csv" : "Talks have settled this each year.";
    expect(content.toString("latin1")).toContain(plain);
  }
});
