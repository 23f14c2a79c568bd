import type { Page } from "@playwright/test";
import { listLiveDebates } from "#shared/contract/debates.ts";
import { barriersOn } from "./barriers.ts";
import { expect, test } from "./people.ts";
import { unique } from "./scenes.ts";

/** What a page has sent since, other than reading. */
function writesOf(page: Page): string[] {
  const writes: string[] = [];
  page.on("request", (request) => {
    const isReading = request.method() === "GET" || request.url().includes("/socket.io/");
    if (!isReading) writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return writes;
}

async function signUp(page: Page): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill("Nia");
  await page.getByLabel("E-mail").fill(`nia.${unique()}@example.org`);
  await page.getByLabel("Password").fill("seven purple kettles whistle");
  await page.getByRole("main").getByRole("button", { name: "Open account" }).click();
}

test("a stranger answers a statement, takes the answer along, and sends it as a member", async ({
  people,
}) => {
  const { page } = await people.visit();
  const writes = writesOf(page);
  await page.goto("/");
  const trial = page.getByRole("region", { name: "What do you say to this?" });
  const words = await trial.getByRole("blockquote").innerText();
  const members = trial.getByRole("heading", { name: "How members answered" });
  await expect(members).toHaveCount(0);
  await trial.getByRole("button", { name: "Disagree" }).click();
  await expect(members).toBeVisible();
  await expect(trial.getByText(/^\d[\d,]* agree$/)).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await page.reload();
  const disagree = trial.getByRole("button", { name: "Disagree" });
  await expect(disagree).toHaveAttribute("aria-pressed", "true");
  expect(writes).toEqual([]);

  await trial.getByRole("link", { name: "Sign up and take it along" }).click();
  await signUp(page);
  const unsent = page.getByRole("region", { name: "Your answer is not sent yet" });
  await expect(unsent).toContainText(words);
  await expect(unsent.getByRole("button", { name: "Send my answer" })).toHaveCount(0);
  await page.getByRole("main").getByRole("button", { name: "Join" }).click();
  await expect(unsent.getByRole("button", { name: "Send my answer" })).toBeVisible();
  expect(writes.filter((write) => write.includes("/response"))).toEqual([]);

  await unsent.getByRole("link", { name: words }).click();
  await expect(page).toHaveURL(/\/statements$/);
  await unsent.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your answer is sent.")).toBeVisible();
  await expect(unsent).toHaveCount(0);
  const mine = page.getByRole("listitem").filter({ hasText: words });
  await expect(mine.getByRole("button", { name: "Disagree" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

/** Whether the tour's panel lies over what it explains, or beyond the window. */
async function lookAtTour(page: Page) {
  const boxOf = async (what: string) => {
    const box = await page.locator(what).boundingBox();
    if (!box) throw new Error(`${what} is nowhere`);
    return box;
  };
  const [panel, place] = [
    await boxOf("[role=dialog]:popover-open"),
    await boxOf("[data-tour-now]"),
  ];
  // Of something tall it is the beginning that counts.
  const end = place.y + Math.min(place.height, 844 * 0.35);
  const isApart = panel.y >= end || panel.y + panel.height <= place.y;
  const isInWindow = panel.y >= 0 && panel.y + panel.height <= 844 && panel.x >= 0;
  return { isApart, isInWindow, isPlaceSeen: place.y >= 0 && place.y < 844 };
}
const allIsWell = { isApart: true, isInWindow: true, isPlaceSeen: true };

test("a newcomer takes the tour of a debate by keyboard on a phone, leaves it, and finds it again", async ({
  people,
}) => {
  const { page, call } = await people.visit({
    viewport: { width: 390, height: 844 },
    reducedMotion: "reduce",
  });
  const { items } = await call(listLiveDebates, { query: { limit: 20 } });
  const debate = items.find(({ counts }) => counts.claims > 10);
  await page.goto(`/c/${debate?.community.slug}/d/${debate?.id}/statements`);
  const offer = page.getByRole("button", { name: "New here? See how a debate works" });
  await offer.press("Enter");
  await expect(page).toHaveURL(/\/arguments$/);
  const begin = "One question, and how far it is";
  const headings = [
    begin,
    "What you can do now",
    "Answers, and what bears on them",
    "Where people stand",
    "How it ends",
  ];
  for (const name of headings) {
    const step = page.getByRole("dialog", { name });
    await expect(step.getByRole("heading", { name })).toBeFocused();
    await expect(step.getByRole("heading", { name })).toHaveAccessibleDescription(/\w+/);
    await expect.poll(() => lookAtTour(page)).toEqual(allIsWell);
    if (name === headings[2]) expect(await barriersOn(page)).toEqual([]);
    if (name !== headings[4]) await step.getByRole("button", { name: "Next" }).press("Enter");
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
  await page.reload();
  await expect(page.getByRole("treeitem").first()).toBeVisible();
  await expect(offer).toHaveCount(0);

  await page.goto("/help");
  await page.getByRole("button", { name: "Take the tour" }).press("Enter");
  const first = page.getByRole("dialog", { name: begin });
  await expect(first.getByRole("heading")).toBeFocused();
  await first.getByRole("button", { name: "Leave the tour" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
