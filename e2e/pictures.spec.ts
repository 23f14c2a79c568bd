import path from "node:path";
import type { Page } from "@playwright/test";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listDebates } from "#shared/contract/debates.ts";
import { type E2ePerson, expect, test } from "./people.ts";

const slug = "open-model-commons";

/** Pictures for the README are written where they are asked for: PICTURES=1 npm test. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env["PICTURES"] === undefined) return;
  const file = path.join(import.meta.dirname, "screenshots", `${name}.png`);
  await page.screenshot({ path: file });
}

async function addressOf(person: E2ePerson, words: RegExp): Promise<string> {
  const { id: communityId } = await person.call(readCommunityBySlug, { params: { slug } });
  const { items } = await person.call(listDebates, {
    params: { communityId },
    query: { limit: 100 },
  });
  return `/c/${slug}/d/${items.find(({ question }) => words.test(question))?.id ?? ""}`;
}

const size = { width: 1280, height: 860 };

test("the demo shows an argument: positions, claims for and against", async ({ people }) => {
  const mei = await people.fromDemo("Mei-Lin Hsu", { viewport: size });
  const { page } = mei;
  await page.goto(`${await addressOf(mei, /bias/i)}/arguments`);
  await expect(page.getByText("A standing audit team that can hold back a release")).toBeVisible();
  await expect(page.getByText("Only a test that is repeated")).toBeVisible();
  await picture(page, "debate");
});

test("the demo shows statements, one card at a time", async ({ people }) => {
  const mei = await people.fromDemo("Mei-Lin Hsu", { viewport: size });
  const { page } = mei;
  await page.goto(`${await addressOf(mei, /bias/i)}/statements`);
  await expect(page.getByRole("button", { name: "Agree", exact: true }).first()).toBeVisible();
  await picture(page, "statements");
});

test("the demo shows how a Schulze vote came out, every comparison with it", async ({ people }) => {
  const mei = await people.fromDemo("Mei-Lin Hsu", { viewport: size });
  const { page } = mei;
  await page.goto(`${await addressOf(mei, /stake/i)}/outcome`);
  const table = page.getByRole("table").first();
  await table.scrollIntoViewIfNeeded();
  await expect(table).toContainText("One person, one vote");
  await picture(page, "result");
});

test("the demo fits a phone in the dark", async ({ people }) => {
  const mei = await people.fromDemo("Mei-Lin Hsu", {
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  });
  const { page } = mei;
  await page.goto(`${await addressOf(mei, /bias/i)}/arguments`);
  await expect(page.getByText("A standing audit team that can hold back a release")).toBeVisible();
  await picture(page, "debate-phone-dark");
});
