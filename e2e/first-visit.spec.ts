import type { Page } from "@playwright/test";
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
