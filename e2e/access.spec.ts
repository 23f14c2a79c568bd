import type { Page } from "@playwright/test";
import { readOutline } from "#shared/contract/claims.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listDebates } from "#shared/contract/debates.ts";
import { barriersOn } from "./barriers.ts";
import { type E2ePerson, expect, test } from "./people.ts";

const slug = "open-model-commons";

/** The pages of the demo, as an owner sees them. */
async function pagesOf(person: E2ePerson): Promise<string[]> {
  const { id: communityId } = await person.call(readCommunityBySlug, { params: { slug } });
  const { items } = await person.call(listDebates, {
    params: { communityId },
    query: { limit: 100 },
  });
  const about = (words: RegExp) => {
    const debate = items.find(({ question }) => words.test(question));
    return `/c/${slug}/d/${debate?.id ?? ""}`;
  };
  const biased = items.find(({ question }) => /bias/i.test(question))?.id ?? "";
  const { edges } = await person.call(readOutline, { params: { communityId, debateId: biased } });
  return [
    "/",
    "/help",
    "/reference",
    "/settings",
    "/mailbox",
    "/operations",
    "/notifications",
    "/bookmarks",
    "/communities/new",
    `/c/${slug}`,
    `/c/${slug}/members`,
    `/c/${slug}/topics`,
    `/c/${slug}/charter`,
    `/c/${slug}/moderation/accountability`,
    `/c/${slug}/moderation/settings`,
    `/c/${slug}/settings`,
    `/c/${slug}/import`,
    `/c/${slug}/debates/new`,
    `${about(/bias/i)}/arguments`,
    `${about(/bias/i)}/arguments?only=unsourced`,
    `${about(/bias/i)}/arguments/focus/${edges[0]?.claimId ?? ""}`,
    `${about(/bias/i)}/arguments/overview`,
    `${about(/bias/i)}/statements`,
    `${about(/bias/i)}/sources`,
    `${about(/operators/i)}/decision`,
    `${about(/stake/i)}/outcome`,
    `${about(/stake/i)}/activity`,
    `${about(/UberX/)}/statements`,
    `${about(/UberX/)}/map`,
  ];
}

async function settle(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page can be used by everybody, in ${colorScheme}`, async ({ people }) => {
    test.setTimeout(300_000);
    const owner = await people.fromDemo("Amara Diallo", { colorScheme });
    for (const path of await pagesOf(owner)) {
      await settle(owner.page, path);
      expect.soft(await barriersOn(owner.page), path).toEqual([]);
    }
  });

  test(`the doors can be used by everybody, in ${colorScheme}`, async ({ people }) => {
    const { page } = await people.visit({ colorScheme });
    for (const path of [
      "/",
      "/sign-in",
      "/sign-up",
      "/forgot-password",
      "/nowhere",
      `/c/${slug}`,
    ]) {
      await settle(page, path);
      expect.soft(await barriersOn(page), path).toEqual([]);
    }
  });
}

test("nothing is wider than a small phone, from left to right or from right to left", async ({
  people,
}) => {
  test.setTimeout(300_000);
  const owner = await people.fromDemo("Amara Diallo", { viewport: { width: 320, height: 640 } });
  const { page } = owner;
  for (const path of await pagesOf(owner)) {
    await settle(page, path);
    for (const dir of ["ltr", "rtl"]) {
      const overflow = await page.evaluate((direction) => {
        document.documentElement.dir = direction;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, dir);
      expect.soft(overflow, `${path} ${dir}`).toBeLessThanOrEqual(0);
    }
  }
});

test("who uses the keyboard reaches the content first", async ({ people }) => {
  const { page } = await people.visit();
  await settle(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
