import type { Locator, Page } from "@playwright/test";
import { expectFocus, expectNoSideways, tabTo } from "./keyboard.ts";
import { answers, claimWords, importLarge } from "./large-debate.ts";
import { expect, test } from "./people.ts";
import { found } from "./scenes.ts";

const claims = 2_001;

const rowOf = (page: Page, words: string) => page.getByRole("treeitem", { name: words });
const middle = (page: Page) => page.getByRole("article");

/** Presses a key; wherever it leads, the keyboard is somewhere and nothing is wider than the window. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expectFocus(page);
  await expectNoSideways(page);
}

/** Taps something; what one goes to from there has the focus. */
async function tap(page: Page, what: Locator): Promise<void> {
  await what.tap();
  await expectFocus(page);
  await expectNoSideways(page);
}

/** One swipe of a finger up the middle of a phone. */
async function swipe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: 195, y }],
    });
  await touch("touchStart", 700);
  for (let y = 680; y >= 300; y -= 20) await touch("touchMove", y);
  await touch("touchEnd", 300);
  await session.detach();
}

/** Swipes until something is in sight. */
async function swipeTo(page: Page, what: Locator): Promise<void> {
  for (let swipes = 0; swipes < 30; swipes += 1) {
    const box = (await what.count()) > 0 ? await what.boundingBox() : null;
    if (box && box.y < 700) return;
    await swipe(page);
    await expectNoSideways(page);
  }
  throw new Error("swiping does not lead there");
}

/** From the debate's link to a claim six levels down, into the focus view and the rings, and out again. */
async function readByKeys(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("link", { name: /How should 2001 claims be read/ }).first());
  await press(page, "Enter");
  const answer = rowOf(page, "Answer 1: one way of doing it");
  await tabTo(page, answer);
  // Each claim has three below it; the first of them in the order of reading is the next one in.
  for (const level of [2, 3, 4, 5, 6, 7]) {
    const row = page.locator(":focus");
    if ((await row.getAttribute("aria-expanded")) === "false") await press(page, "ArrowRight");
    await expect(row).toHaveAttribute("aria-expanded", "true");
    await press(page, "ArrowRight");
    await expect(page.locator(":focus")).toHaveAttribute("aria-level", String(level));
  }
  const words = await page.locator(":focus [id$='-text']").innerText();

  await press(page, "f");
  await expect(page).toHaveURL(/\/arguments\/focus\//);
  await expect(middle(page)).toBeFocused();
  await expect(middle(page)).toContainText(words);
  await expect(page.getByRole("navigation", { name: "What it speaks to" })).toContainText(
    "Answer 1",
  );
  // Up to what is above, to what speaks for it and against it, in, and back by the browser.
  await press(page, "Escape");
  await expect(middle(page)).not.toContainText(words);
  const above = await middle(page).locator("[id$='-text']").innerText();
  await press(page, "ArrowLeft");
  await expect(page.getByRole("region", { name: /^Pro/ }).locator(":focus")).toBeVisible();
  await press(page, "ArrowRight");
  await expect(middle(page)).toBeFocused();
  await press(page, "ArrowRight");
  const con = page.getByRole("region", { name: /^Con/ }).locator(":focus");
  await expect(con).toBeVisible();
  await press(page, "Enter");
  await expect(middle(page)).toBeFocused();
  await expect(middle(page)).not.toContainText(above);
  await page.goBack();
  await expect(middle(page)).toContainText(above);
  await expect(middle(page)).toBeFocused();
  await press(page, "j");
  await expect(middle(page)).not.toContainText(above);
  await press(page, "k");
  await expect(middle(page)).toContainText(above);
  await press(page, "?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Put that claim in the");
  await press(page, "Escape");
  await expect(middle(page)).toContainText(above);

  // Back in the outline one stands where one was.
  await press(page, "o");
  await expect(page.getByRole("treeitem", { name: above })).toBeFocused();
  await expect(page.getByRole("treeitem", { name: above })).toBeInViewport();
}

/** Around the rings by the arrows, and from there to what an arc says. */
async function readRings(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Overview" }).click();
  const arcs = page.getByRole("tree", { name: "The argument as rings" }).getByRole("treeitem");
  await expect(page.getByText(/claims are too small or too far out/)).toBeVisible();
  expect(await arcs.count()).toBeGreaterThan(100);
  expect(await arcs.count()).toBeLessThanOrEqual(600);
  const isStop = page.locator("[role=tree] [tabindex='0']");
  await expect(isStop).toHaveCount(1);
  await tabTo(page, isStop);
  await press(page, "ArrowRight");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Position: Answer 2.*667 claims/);
  await press(page, "ArrowUp");
  await expect(page.locator(":focus")).toHaveAttribute("aria-level", "2");
  const label = (await page.locator(":focus").getAttribute("aria-label")) ?? "";
  await press(page, "Enter");
  await expect(middle(page)).toBeFocused();
  await expect(middle(page)).toContainText(claimWords(2, 1));
  expect(label).toContain(claimWords(2, 1));
  // The claim that stands in two places has the other one a press away.
  await page.goto(page.url().replace(/focus\/.*/, "overview"));
  const linked = page.getByRole("row", { name: new RegExp(claimWords(1, 1)) });
  await expect(linked).toHaveCount(2, { timeout: 60_000 });
}

test("a debate of two thousand claims is read by keyboard alone", async ({ people, baseURL }) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  await importLarge(ada, community, { claims, origin: baseURL ?? "" });
  const { page } = await people.visit();
  await page.goto(`/c/${community.slug}`);
  await readByKeys(page);
  await readRings(page);
});

test("a debate of two thousand claims is read on a phone", async ({ people, baseURL }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const ada = await people.arrive("Ada", phone);
  const community = await found(ada);
  const path = await importLarge(ada, community, { claims, origin: baseURL ?? "" });
  const { page } = ada;
  await page.goto(`/c/${community.slug}`);
  await tap(page, page.getByRole("link", { name: /How should 2001 claims be read/ }).first());
  await expect(page).toHaveURL(new RegExp(`${path}/arguments$`));
  await expect(rowOf(page, "Answer 1: one way")).toBeVisible();
  const first = rowOf(page, claimWords(answers, 1));
  await swipeTo(page, first);
  await expectNoSideways(page);
  await tap(page, first.getByRole("button", { name: "Open what is below" }));
  await tap(page, rowOf(page, claimWords(answers, 4)).getByRole("button", { name: "More" }));
  await tap(page, page.getByRole("menuitem", { name: "Look at it closely" }));
  await expect(middle(page)).toBeFocused();
  await expect(middle(page)).toContainText(claimWords(answers, 4));
  await expect(middle(page)).toBeInViewport();

  // Deeper by a tap on a claim, up by the path, and to the one beside it.
  await tap(page, page.getByRole("link", { name: claimWords(answers, 13) }));
  await expect(middle(page)).toContainText(claimWords(answers, 13));
  const above = page.getByRole("navigation", { name: "What it speaks to" });
  await tap(page, above.getByRole("link", { name: claimWords(answers, 4) }));
  await expect(middle(page)).toContainText(claimWords(answers, 4));
  await tap(page, page.getByRole("link", { name: /^The next one:/ }));
  await expect(middle(page)).not.toContainText(claimWords(answers, 4));

  // Saying and rating work here as they do in the outline.
  await tap(page, middle(page).getByRole("button", { name: "Pro: support this claim" }));
  await page.getByLabel("What supports this claim").fill("Whoever reads on a phone can say so.");
  await page.getByRole("button", { name: "Add the claim" }).tap();
  const added = page.getByRole("link", { name: /Whoever reads on a phone can say so/ });
  await expect(added).toBeFocused();
  await tap(page, added);
  await expect(middle(page)).toContainText("Whoever reads on a phone can say so.");
  await tap(page, middle(page).getByRole("button", { name: "Rate" }));
  await middle(page)
    .getByRole("group", { name: "How true is this?" })
    .getByText("4", { exact: true })
    .tap();
  await expect(middle(page).getByText("of 4, by 1 person")).toBeVisible();
  await tap(page, page.getByRole("link", { name: "Outline" }));
  const row = rowOf(page, "Whoever reads on a phone can say so.");
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();

  // The rings: the first tap shows what an arc says, the second opens it.
  await tap(page, page.getByRole("link", { name: "Overview" }));
  const arc = page.getByRole("treeitem", { name: /^Position: Answer 2/ });
  await arc.scrollIntoViewIfNeeded();
  await expectNoSideways(page);
  await arc.dispatchEvent("click");
  await expect(middle(page)).toContainText("Answer 2");
  await expectNoSideways(page);
});
