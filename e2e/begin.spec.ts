import { editClaim } from "#shared/contract/claims.ts";
import { editDebate, readDebate } from "#shared/contract/debates.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

test("somebody begins with a frame, is advised at its steps, and asks the same anew", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const { page } = ada;
  await page.goto(`/c/${community.slug}/debates/new`);
  await page.getByLabel("Begin with").selectOption({ label: "A change of a rule" });
  await expect(page.getByLabel("What people should know first")).toHaveValue(/The words proposed/);
  await expect(page.getByRole("textbox", { name: /^Answer 1/ })).toHaveValue("Take the new words");
  // Another frame takes the place of the first; what one typed oneself stays.
  await page.getByLabel("Begin with").selectOption({ label: "A bias audit" });
  await expect(page.getByLabel("Topic")).toHaveValue("bias");
  await page.getByLabel("What people should know first").fill("The model is **Commons 2**.");
  await page.getByLabel("Begin with").selectOption({ label: "A question of money" });
  await expect(page.getByLabel("What people should know first")).toHaveValue(/Commons 2/);
  await page.getByRole("button", { name: "Remove answer 2" }).click();
  await page.getByRole("textbox", { name: "The question" }).fill("What do we pay for first?");
  await page.getByRole("button", { name: "Ask it" }).click();
  await expect(page.getByRole("treeitem", { name: "Pay for all of it" })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: "Do not pay for it" })).toBeVisible();
  await page.getByText("What helps now: A question of money").click();
  await expect(page.getByText("Two people should check the figures")).toBeVisible();

  await page.getByRole("button", { name: "Steer" }).click();
  await page.getByRole("menuitem", { name: "Ask it anew" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask it anew" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "The question" })).toHaveValue(
    "What do we pay for first?",
  );
  await expect(page.getByRole("textbox", { name: /^Answer 2/ })).toHaveValue("Do not pay for it");
});

test("who is overtaken while editing sees both versions, and loses neither", async ({ people }) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const { claim } = await say(ada, scene, { side: "pro", text: "Talking is cheap." });
  const { page } = ada;
  await page.goto(`${scene.path}/arguments`);
  const row = page.getByRole("treeitem", { name: /cheap/ });
  await row.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("Your claim").fill("Talking is cheap and quick.");
  // Meanwhile, on another device.
  const params = { ...scene.params, claimId: claim.id };
  const text = "Talking is cheap in money.";
  await ada.call(editClaim, { params, body: { version: claim.version, text } });
  const conflict = page.getByRole("alert");
  await expect(conflict).toContainText("This was changed while you wrote");
  await expect(conflict.getByRole("region", { name: "As it stands now" })).toContainText(text);
  await expect(conflict.getByRole("region", { name: "As you write it" })).toContainText("quick");
  await page.getByRole("button", { name: "Go on with my words" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(page.getByLabel("Your claim")).toHaveValue("Talking is cheap and quick.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("treeitem", { name: /cheap and quick/ })).toBeVisible();

  await page.getByRole("button", { name: "Steer" }).click();
  await page.getByRole("menuitem", { name: "Edit the question" }).click();
  await page.getByRole("textbox", { name: "The question" }).fill("Mine: how do we settle it?");
  const { version } = await ada.call(readDebate, { params: scene.params });
  const question = "Theirs: how do we settle it?";
  await ada.call(editDebate, { params: scene.params, body: { version, question } });
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "As you write it" })).toContainText("Mine:");
  await dialog.getByRole("button", { name: "Take what stands now" }).click();
  await expect(dialog.getByRole("textbox", { name: "The question" })).toHaveValue(question);
});

test("somebody objects to an inference, and asks why a position stands and what if", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Our neighbours do it so." });
  const { page } = bo;
  await page.goto(`${scene.path}/arguments`);
  const inference = page.getByRole("treeitem", { name: /Our neighbours/ });
  await inference.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "It does not follow" }).click();
  const words = "They are ten, and we are a thousand.";
  await page.getByLabel("Why it does not bear on what is above it").fill(words);
  await page.getByRole("button", { name: "Add the claim" }).click();
  const objection = page.getByRole("treeitem", { name: /They are ten/ });
  await expect(objection).toContainText("on whether it bears on that");

  await page.getByRole("button", { name: "Reveal ratings" }).click();
  const position = page.getByRole("treeitem", { name: "By talking it over" });
  await position.getByRole("button", { name: "Why?" }).click();
  const working = position.getByRole("region", { name: "What bears on it" });
  const neighbours = working.getByRole("row", { name: /Our neighbours/ });
  await expect(neighbours.getByRole("cell").first()).toHaveText("0.5");
  // What objects to the inference weakens its bearing, not the claim: 0.5 - 0.5 / 17.
  await expect(neighbours.getByRole("cell").nth(1)).toHaveText("0.47");
  await neighbours.getByLabel("Without it").check();
  await expect(position.getByText("Without what you switched off: contested 50%")).toBeVisible();
});
