import type { Locator, Page } from "@playwright/test";
import { tabTo } from "./keyboard.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

/** A row of the argument, by its words. */
const row = (page: Page, words: string | RegExp) => page.getByRole("treeitem", { name: words });

/** Goes down the outline until a row has the focus. */
async function walkTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("j");
    // The row gets the focus a frame later, where it is drawn only then two.
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the keys do not lead there");
}

test("two people build an argument with evidence, one of them by keyboard alone", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, {
    question: "Who decides what our shared model may be trained on?",
    positions: ["Whoever gives the data", "The community, by a vote"],
    phase: "deliberation",
  });
  await say(bo, scene, { side: "con", text: "Most who gave data can no longer be asked." });
  for (const { page } of [ada, bo]) {
    await page.goto(`${scene.path}/arguments`);
    await expect(row(page, /no longer be asked/)).toBeVisible();
  }
  // Each sees that the other is here.
  await expect(ada.page.getByText("2 here")).toBeAttached();
  await expect(bo.page.getByText("2 here")).toBeAttached();

  // Ada says something for the first position, with its source in the same breath.
  const position = row(ada.page, /Whoever gives the data/);
  await position.getByRole("button", { name: "Say what speaks for it" }).click();
  await ada.page
    .getByLabel("What speaks for this position")
    .pressSequentially("Consent was asked for one use.");
  await expect(row(bo.page, /Whoever gives the data/).getByText("Ada is writing")).toBeVisible();
  await ada.page.getByRole("button", { name: "Attach a source" }).click();
  await ada.page.getByLabel("Address").fill("https://example.org/consent-study");
  await ada.page.getByLabel("Title", { exact: true }).fill("What people agreed to");
  await ada.page.getByLabel("Publisher").fill("Data Trust Review");
  await ada.page.getByLabel("Published on").fill("2024-03-05");
  await ada.page.getByLabel("The words that matter").fill("Nine of ten had one use in mind.");
  await ada.page.getByRole("button", { name: "Add the claim" }).click();
  await expect(row(ada.page, /Consent was asked/)).toBeVisible();

  // Nothing moves under Bo's eyes until he asks for it.
  const newHere = row(bo.page, /Whoever gives the data/).getByRole("button", {
    name: "1 new here",
  });
  await expect(bo.page.getByRole("button", { name: "1 new", exact: true })).toBeVisible();
  await expect(newHere).toBeVisible();
  await expect(row(bo.page, /Consent was asked/)).toHaveCount(0);
  await tabTo(bo.page, bo.page.getByRole("button", { name: "1 new", exact: true }));
  await bo.page.keyboard.press("Enter");
  const consent = row(bo.page, /Consent was asked/);
  await expect(consent).toBeVisible();
  await expect(consent.getByRole("link", { name: /What people agreed to/ })).toHaveAttribute(
    "href",
    "https://example.org/consent-study",
  );
  await expect(consent.getByText("Nine of ten had one use in mind.")).toBeVisible();

  // Bo objects, by keys: down to the claim, c for con, Ctrl and Enter to send.
  await tabTo(bo.page, bo.page.locator("[role=treeitem][tabindex='0']"));
  await walkTo(bo.page, consent);
  await bo.page.keyboard.press("c");
  await expect(bo.page.getByLabel("What speaks against this claim")).toBeFocused();
  await bo.page.keyboard.type("The form spoke of research in general.");
  await expect(row(ada.page, /Consent was asked/).getByText("Bo is writing")).toBeVisible();
  await bo.page.keyboard.press("Control+Enter");
  const objection = row(bo.page, /research in general/);
  await expect(objection).toBeVisible();
  await expect(objection).toHaveAttribute("aria-level", "3");
  await row(ada.page, /Consent was asked/)
    .getByRole("button", { name: "1 new here" })
    .click();
  await expect(row(ada.page, /research in general/)).toBeVisible();

  // A rating is seen by whoever has rated, and by nobody before.
  await expect(objection).toBeFocused();
  await bo.page.keyboard.press("k");
  await expect(consent).toBeFocused();
  await bo.page.keyboard.press("r");
  await tabTo(bo.page, consent.getByRole("radio").first());
  await bo.page.keyboard.press("Space");
  for (let steps = 0; steps < 3; steps += 1) await bo.page.keyboard.press("ArrowRight");
  await expect(consent.getByText("of 4, by 1 person")).toBeVisible();
  const truth = row(ada.page, /Consent was asked/);
  await expect(truth.getByText(/of 4, by/)).toHaveCount(0);
  await truth.getByRole("button", { name: "Rate" }).click();
  await truth
    .getByRole("group", { name: "How true is this?" })
    .getByText("4", { exact: true })
    .click();
  await expect(truth.getByText("of 4, by 2 people")).toBeVisible();
  await expect(truth.getByText("3.5", { exact: true })).toBeVisible();
  await expect(consent.getByText("of 4, by 2 people")).toBeVisible();
  await truth.getByRole("button", { name: "Done" }).click();

  // Ada rewords hers; what it said stays in the history.
  await truth.getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("menuitem", { name: "Edit" }).click();
  await ada.page.getByLabel("Your claim").fill("Consent was asked for one use only, years ago.");
  await ada.page.getByRole("button", { name: "Save" }).click();
  const reworded = row(bo.page, /one use only, years ago/);
  await expect(reworded.getByText("edited")).toBeVisible();
  await bo.page.keyboard.press("Escape");
  await expect(reworded).toBeFocused();
  await tabTo(bo.page, reworded.getByRole("button", { name: "More" }));
  await bo.page.keyboard.press("Enter");
  await expect(bo.page.getByRole("menuitem", { name: "History" })).toBeVisible();
  await expect(bo.page.getByRole("menuitem", { name: "Copy the link" })).toBeFocused();
  await bo.page.keyboard.press("ArrowDown");
  await bo.page.keyboard.press("Enter");
  await expect(
    bo.page.getByRole("list", { name: "History" }).getByText("Consent was asked for one use."),
  ).toBeVisible();
  await bo.page.keyboard.press("Enter");

  // Bo takes his objection back: it is gone on both sides.
  await expect(reworded).toBeFocused();
  await bo.page.keyboard.press("j");
  await tabTo(bo.page, objection.getByRole("button", { name: "More" }));
  await bo.page.keyboard.press("Enter");
  await expect(bo.page.getByRole("menuitem", { name: "Withdraw" })).toBeVisible();
  await expect(bo.page.getByRole("menuitem", { name: "Copy the link" })).toBeFocused();
  await bo.page.keyboard.press("End");
  await bo.page.keyboard.press("Enter");
  await tabTo(bo.page, objection.getByRole("button", { name: "Withdraw", exact: true }));
  await bo.page.keyboard.press("Enter");
  await expect(bo.page.getByText("The form spoke of research in general.")).toHaveCount(0);
  await expect(ada.page.getByText("The form spoke of research in general.")).toHaveCount(0);

  // What came live is what is there.
  const read = (page: Page) =>
    page
      .getByRole("treeitem")
      .evaluateAll((rows) =>
        rows.map((one) => one.querySelector("[id$='-text']")?.textContent ?? ""),
      );
  const [seenByAda, seenByBo] = [await read(ada.page), await read(bo.page)];
  expect(seenByAda).toEqual(seenByBo);
  await ada.page.reload();
  await expect(row(ada.page, /one use only, years ago/)).toBeVisible();
  expect(await read(ada.page)).toEqual(seenByAda);
});

test("who leaves is not here any more, and a stranger reads without taking part", async ({
  people,
}) => {
  const [ada, eve] = [await people.arrive("Ada"), await people.visit()];
  const scene = await ask(ada, await found(ada), { phase: "deliberation" });
  await say(ada, scene, { side: "pro", text: "Talking costs nothing." });
  await ada.page.goto(`${scene.path}/arguments`);
  await eve.page.goto(`${scene.path}/arguments`);
  await expect(ada.page.getByText("2 here")).toBeAttached();
  await expect(row(eve.page, /Talking costs nothing/)).toBeVisible();
  await expect(eve.page.getByRole("link", { name: "Sign in to take part" })).toBeVisible();
  await expect(
    eve.page.getByRole("button", { name: /Say what speaks|^Pro|^Con|Rate/ }),
  ).toHaveCount(0);
  await say(ada, scene, { side: "con", text: "Talking never ends." });
  await eve.page.getByRole("button", { name: "1 new", exact: true }).click();
  await expect(row(eve.page, /Talking never ends/)).toBeVisible();
  await eve.page.close();
  await expect(ada.page.getByText("1 here")).toBeAttached();
});
