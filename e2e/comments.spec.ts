import type { Page } from "@playwright/test";
import { barriersOn } from "./barriers.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

const row = (page: Page) => page.getByRole("treeitem", { name: /Logs must be kept/ });

test("a claim is talked about: somebody is called, answers, and finds it well put", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo Ek")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Logs must be kept for a year." });
  for (const { page } of [ada, bo]) await page.goto(`${scene.path}/arguments`);

  await row(ada.page).getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("menuitem", { name: "Comment", exact: true }).click();
  const field = ada.page.getByLabel("Your comment");
  await field.pressSequentially("Is a year enough, @bo");
  await expect(ada.page.getByRole("option", { name: "Bo Ek" })).toBeVisible();
  expect(await barriersOn(ada.page)).toEqual([]);
  await field.press("Enter");
  await expect(field).toHaveValue("Is a year enough, @Bo Ek ");
  await field.press("ControlOrMeta+Enter");
  await expect(ada.page.getByRole("link", { name: "@Bo Ek" })).toBeVisible();
  await expect(field).toHaveValue("");

  // Bo sees it at once, and by a notice that leads right there.
  await expect(row(bo.page).getByRole("button", { name: "1 comment" })).toBeVisible();
  await bo.page.getByRole("button", { name: /What needs you/ }).click();
  await bo.page.getByRole("link", { name: /Ada mentions you/ }).click();
  const talk = row(bo.page).getByRole("region", { name: "Comments" });
  await expect(talk.getByText("Is a year enough")).toBeVisible();
  await talk.getByLabel("Your comment").fill("For most of it.");
  await talk.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(row(ada.page).getByText("For most of it.")).toBeVisible();
  await talk.getByRole("button", { name: "Well put", exact: true }).first().click();
  await expect(
    row(ada.page).getByRole("region", { name: "Comments" }).getByText("Well put, says 1"),
  ).toBeVisible();

  // What is reworded says so; what is withdrawn leaves a trace, and no words.
  const own = talk.getByRole("listitem").filter({ hasText: "For most of it." });
  await own.getByRole("button", { name: "Edit" }).click();
  await talk.getByLabel("Your comment").first().fill("For nearly all of it.");
  await talk.getByRole("button", { name: "Save" }).click();
  await expect(row(ada.page).getByText("For nearly all of it.")).toBeVisible();
  const reworded = talk.getByRole("listitem").filter({ hasText: "For nearly all" });
  await expect(reworded.getByText("edited")).toBeVisible();
  await reworded.getByRole("button", { name: "Withdraw" }).click();
  await reworded.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(row(ada.page).getByText("A comment was withdrawn here.")).toBeVisible();
  await expect(row(ada.page).getByRole("button", { name: "1 comment" })).toBeVisible();
});
