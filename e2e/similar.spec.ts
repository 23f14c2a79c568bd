import { tabTo } from "./keyboard.ts";
import { expect, test } from "./people.ts";
import { ask, found, say, state } from "./scenes.ts";

test("what was said before is offered while somebody writes, and is linked or answered instead", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
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
});
