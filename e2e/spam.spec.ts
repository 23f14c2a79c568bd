import { expect, test } from "./people.ts";
import { ask, found, join } from "./scenes.ts";

test("a newcomer's links are held with the reasons, a moderator reads the advice and shows them; the author sees all of it", async ({
  people,
}) => {
  const [ada, ben] = [await people.arrive("Ada"), await people.arrive("Ben")];
  const community = await found(ada);
  await join(community, [ben]);
  const scene = await ask(ada, community, { phase: "deliberation" });

  // Ada sets that possible spam waits for a moderator; Ben sees that where he reads how far he has come.
  const rules = `/c/${community.slug}/moderation/settings`;
  await ben.page.goto(rules);
  await expect(ben.page.getByText("Is shown to moderators")).toBeVisible();
  await expect(
    ben.page.getByRole("row", { name: /Contributions that stand/ }).first(),
  ).toContainText("3 or more");
  await ada.page.goto(rules);
  await ada.page.getByRole("radio", { name: /Waits for a moderator/ }).check();
  await ada.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ben.page.getByText("Waits for a moderator", { exact: true })).toBeVisible();

  // Ben's claim waits, and he reads why.
  const words =
    "Three towns did so: https://one.example, https://two.example, https://three.example";
  await ben.page.goto(`${scene.path}/arguments`);
  await ben.page
    .getByRole("treeitem", { name: /By talking it over/ })
    .getByRole("button", { name: "Say what speaks for it" })
    .click();
  await ben.page.getByLabel("What speaks for this position").fill(words);
  await ben.page.getByRole("button", { name: "Add the claim" }).click();
  await expect(ben.page.getByText("Waits until a moderator has looked at it.")).toBeVisible();
  await ben.page.getByRole("link", { name: "See why" }).click();
  await expect(ben.page.getByText("It has 3 links.")).toBeVisible();

  // Ada reads the same with what is learned so far, and shows it.
  const { page } = ada;
  await page.goto(`/c/${community.slug}/moderation`);
  await page.getByRole("button", { name: /Three towns did so/ }).click();
  const item = page.getByRole("region", { name: "Claim" });
  await expect(item.getByText("It has 3 links.")).toBeVisible();
  await expect(item.getByText(/So far it has 0 examples of spam/)).toBeVisible();
  await item.getByRole("button", { name: "Show again" }).click();
  const act = page.getByRole("dialog", { name: "Show again" });
  await act.getByRole("radio", { name: /Argue with the claim/ }).check();
  await act.getByLabel("Reasons").fill("These are sources.");
  await act.getByRole("button", { name: "Show again" }).click();
  await expect(page.getByText("Nothing waits")).toBeVisible();

  // He sees that where he is, and finds it in its place.
  await expect(ben.page.getByText("Replaced by a later action")).toBeVisible();
  await ben.page.goBack();
  await expect(ben.page.getByText(words)).toBeVisible();
  await expect(ben.page.getByText("Waits until a moderator has looked at it.")).toHaveCount(0);
});
