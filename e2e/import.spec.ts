import { readdirSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

const folder = path.join(import.meta.dirname, "../db/seed/polis/vtaiwan.uberx");
const files = readdirSync(folder).map((name) => path.join(folder, name));

/** A line of the report: what it is, and how many came in. */
const line = (report: Locator, what: string) =>
  report.getByRole("row", { name: new RegExp(`^${what}`) }).getByRole("cell");

/** How many statements one has responded to, as the page says. */
const progress = (page: Page, done: number) =>
  expect(page.getByRole("main").getByText(new RegExp(`\\b${done} of 119`))).toBeVisible();

test("vTaiwan is imported through the page, with counts equal to the source's, and answered", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const { page } = ada;
  await page.goto(`/c/${community.slug}`);
  await page.getByRole("link", { name: "Import" }).click();
  await page.locator("input[type=file]").setInputFiles(files);
  await expect(page.getByText("Every vote, with its time")).toBeVisible();
  await page.getByLabel("Language of the conversation").selectOption("zh-TW");
  await page
    .getByLabel("Source and licence")
    .fill("Data: The Computational Democracy Project, CC BY 4.0");
  const card = page.getByRole("listitem").filter({ hasText: "by Ada" });
  const underWay = card.getByRole("progressbar").waitFor();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("The import has begun.")).toBeVisible();
  await underWay;
  // It goes on while she looks elsewhere, and is there when she comes back.
  await page.getByRole("link", { name: community.name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: community.name })).toBeVisible();
  await page.goBack();
  await expect(card.getByText("Done", { exact: true })).toBeVisible({ timeout: 120_000 });

  await card.getByText("What came in").first().click();
  const counts = {
    Statements: "197",
    "of them hidden": "78",
    People: "1,921",
    "Latest responses": "49,443",
    "Responses ever given": "49,997",
  };
  for (const [what, count] of Object.entries(counts)) {
    await expect(line(card, what), what).toHaveText(count);
  }
  await card.getByRole("link", { name: "Open the debate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("UberX");
  await answer(bo.page, page.url());
});

async function answer(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await progress(page, 0);
  const card = page.getByRole("article");
  const said = page.getByRole("region", { name: /What people say to the one you just answered/ });
  await expect(said).toHaveCount(0);
  const texts: string[] = [];
  for (const key of ["a", "d", "p"]) {
    const text = await card.innerText();
    texts.push(text);
    await page.keyboard.press(key);
    await expect(card).not.toHaveText(text);
    // What others say shows once one has said it oneself.
    await expect(said).toContainText(text);
    await expect(said.getByText(/^[\d,]+ agree$/)).toBeVisible();
    await expect(said.getByText(/^[\d,]+ disagree$/)).toBeVisible();
  }
  await progress(page, 3);
  const deck = page.getByRole("group", { name: "Your response" }).first();
  const fourth = await card.innerText();
  await deck.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(card).not.toHaveText(fourth);
  await progress(page, 4);
  texts.push(fourth);

  // All of them are among the answers, the last one first; one changes its mind about the first.
  await page.getByRole("button", { name: "My responses" }).click();
  const rows = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("group", { name: "Your response" }) });
  await expect(rows).toHaveCount(4);
  for (const [place, text] of texts.toReversed().entries()) {
    await expect(rows.nth(place)).toContainText(text);
  }
  const first = rows.nth(3);
  const pressed = (name: string) => first.getByRole("button", { name, exact: true, pressed: true });
  await expect(pressed("Agree")).toBeVisible();
  const before = await first.getByText(/^[\d,]+ disagree$/).innerText();
  await first.getByRole("button", { name: "Disagree", exact: true }).click();
  await expect(first.getByText(/^[\d,]+ disagree$/)).not.toHaveText(before);
  await page.reload();
  await progress(page, 4);
  const changed = rows.filter({ hasText: texts[0] ?? "" });
  await expect(changed.getByRole("button", { name: "Disagree", pressed: true })).toBeVisible();
}
