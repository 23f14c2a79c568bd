import { expect, type Locator, type Page } from "@playwright/test";

/** Goes through the page by the Tab key until something has the focus. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the Tab key does not lead there");
}

/** The keyboard is somewhere: who can't see where would begin at the top of the page again. */
export async function expectFocus(page: Page): Promise<void> {
  const isSomewhere = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== null && activeElement !== document.body;
    });
  await expect.poll(isSomewhere, { message: "something has the focus" }).toBe(true);
}

/** Nothing is wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, "pixels beyond the edge").toBeLessThanOrEqual(0);
}
