import { tabTo } from "./keyboard.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

test("a member flags a claim, a moderator hides it by keyboard and takes that back; author and others see it live", async ({
  people,
}) => {
  const [ada, ben, cleo] = [
    await people.arrive("Ada"),
    await people.arrive("Ben"),
    await people.arrive("Cleo"),
  ];
  const community = await found(ada);
  await join(community, [ben, cleo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const words = "Whoever disagrees is a fool.";
  await say(ben, scene, { side: "pro", text: words });
  for (const one of [ben, cleo]) await one.page.goto(`${scene.path}/arguments`);

  // Cleo flags it, and sees her flag.
  const row = cleo.page.getByRole("treeitem", { name: /Whoever disagrees/ });
  await row.getByRole("button", { name: "More" }).click();
  await cleo.page.getByRole("menuitem", { name: "Flag", exact: true }).click();
  const dialog = cleo.page.getByRole("dialog", { name: "Flag this" });
  await dialog.getByRole("radio", { name: /Argue with the claim/ }).check();
  await dialog.getByLabel("Note for the moderators").fill("An insult.");
  await dialog.getByRole("button", { name: "Flag", exact: true }).click();
  await expect(cleo.page.getByText("Flagged", { exact: true })).toBeVisible();

  // Ada decides by keys alone.
  const { page } = ada;
  await page.goto(`/c/${community.slug}/moderation`);
  await expect(page.getByText("1 flag", { exact: true })).toBeVisible();
  await page.keyboard.press("j");
  const item = page.getByRole("region", { name: "Claim" });
  await expect(item.getByText("An insult.")).toBeVisible();
  await page.keyboard.press("c");
  await expect(item.getByText("Claimed by Ada")).toBeVisible();
  await page.keyboard.press("h");
  const act = page.getByRole("dialog", { name: "Hide" });
  await expect(act.getByRole("radio", { name: /Argue with the claim/ })).toBeChecked();
  await tabTo(page, act.getByLabel("Reasons"));
  await page.keyboard.type("It is about people, not about what they say.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing waits")).toBeVisible();

  // Both see it where they are; its author reads why.
  await expect(cleo.page.getByText(/Hidden under rule 1, .*Argue with the claim/)).toBeVisible();
  await expect(cleo.page.getByText(words)).toHaveCount(0);
  await expect(ben.page.getByText(/Hidden under rule 1/)).toBeVisible();
  await expect(ben.page.getByText("It is about people, not about what they say.")).toBeVisible();
  await ben.page.getByRole("link", { name: "See why" }).click();
  await expect(ben.page.getByText("In force")).toBeVisible();
  await expect(ben.page.getByText(words)).toBeVisible();
  await ben.page.goBack();

  // She takes it back on its page, and it stands again.
  await page.goto(`${scene.path}/arguments`);
  await page.getByRole("link", { name: "See why" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(cleo.page.getByText(words)).toBeVisible();
  await expect(ben.page.getByText(words)).toBeVisible();
});
