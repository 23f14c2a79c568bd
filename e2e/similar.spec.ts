import { tabTo } from "./keyboard.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say, state } from "./scenes.ts";

test("what was said before is offered while somebody writes, and is linked or answered instead; of two statements that say the same a moderator makes one", async ({
  people,
}) => {
  const [ada, ben] = [await people.arrive("Ada"), await people.arrive("Ben")];
  const community = await found(ada);
  await join(community, [ben]);
  const elsewhere = await ask(ada, community, {
    question: "Which models should we publish?",
    phase: "deliberation",
  });
  await say(ada, elsewhere, {
    side: "con",
    text: "Open models can be checked by anybody for bias.",
  });
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Open models let anybody check them for bias." });
  await state(ada, scene, "Everybody should be heard before a vote.");
  const { page } = ada;
  await page.goto(`${scene.path}/arguments`);
  const other = page.getByRole("treeitem", { name: /By a vote/ });
  await other.getByRole("button", { name: "Say what speaks against it" }).click();
  const field = page.getByLabel("What speaks against it");
  await field.pressSequentially("Anybody can check open models for bias.");

  // A pause tells; this debate comes before the other, each with where it stands.
  const before = page.getByRole("region", { name: "Something like this has been said" });
  await expect(before.getByRole("listitem")).toHaveCount(2);
  await expect(
    page.getByRole("status").filter({ hasText: "2 things like this have been said." }),
  ).toBeAttached();
  const [here, there] = [before.getByRole("listitem").nth(0), before.getByRole("listitem").nth(1)];
  await expect(here).toContainText("In nearly the same words");
  await expect(here).toContainText("By talking it over");
  await expect(there).toContainText("Which models should we publish?");
  await expect(there.getByRole("link", { name: "Open it (opens in a new tab)" })).toHaveAttribute(
    "href",
    new RegExp(`${elsewhere.path}/arguments#claim-`),
  );
  await expect(field).toBeFocused();

  // Rating what is there keeps what was written.
  await tabTo(page, here.getByRole("button", { name: "Rate it instead" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /^4/ }).first()).toBeVisible();
  await other.getByRole("button", { name: "Say what speaks against it" }).click();
  await expect(field).toHaveValue("Anybody can check open models for bias.");

  // So does nothing that is let stand here too: then it is said.
  await here.getByRole("button", { name: "Let it stand here too" }).click();
  await expect(page.getByRole("treeitem", { name: /Open models let anybody/ })).toHaveCount(2);
  await expect(before).toHaveCount(0);

  await page.goto(`${scene.path}/statements#write`);
  await page
    .getByRole("textbox", { name: "Add a statement of your own" })
    .fill("before a vote everybody should be heard");
  const answer = before.getByRole("button", { name: "Agree", exact: true });
  await answer.click();
  await expect(answer).toHaveAttribute("aria-pressed", "true");

  // Ben has not looked: what he says is joined with it, under a rule, and he sees it go.
  const again = "Before any vote, hear everybody.";
  await state(ben, scene, again);
  await ben.page.goto(`${scene.path}/statements`);
  await ben.page.getByRole("button", { name: "All statements" }).click();
  await expect(ben.page.getByRole("listitem").filter({ hasText: again })).toBeVisible();
  await ben.page
    .getByRole("textbox", { name: "Add a statement of your own" })
    .fill("Everybody should be heard before any vote.");
  const offered = ben.page.getByRole("region", { name: "Something like this has been said" });
  await expect(offered).toContainText(again);
  await page.goto(`${scene.path}/statements`);
  await page.getByRole("button", { name: "All statements" }).click();
  const joining = page.getByRole("button", { name: "Join with one that says the same" });
  const double = page.getByRole("listitem").filter({ hasText: again, has: joining });
  await double.getByRole("button", { name: "Join with one that says the same" }).click();
  const dialog = page.getByRole("dialog", { name: "Two statements say the same" });
  await expect(dialog.getByRole("blockquote")).toHaveText(again);
  await dialog.getByRole("radio", { name: "Everybody should be heard before a vote." }).check();
  await dialog.getByRole("radio", { name: /Argue with the claim/ }).check();
  await dialog.getByLabel("Reasons").fill("It was said before.");
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(double).toHaveCount(0);
  await expect(ben.page.getByRole("listitem").filter({ hasText: again })).toHaveCount(0);
  await expect(offered).toContainText("Everybody should be heard before a vote.");
});
