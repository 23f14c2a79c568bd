import type { Page } from "@playwright/test";
import { readOutline } from "#shared/contract/claims.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listCommitments } from "#shared/contract/commitments.ts";
import { listDebates } from "#shared/contract/debates.ts";
import { listFundingRounds } from "#shared/contract/funding.ts";
import { listIncidents } from "#shared/contract/incidents.ts";
import { listPanels } from "#shared/contract/panels.ts";
import { listSystems } from "#shared/contract/systems.ts";
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

/** The pages of what the demo's people do besides: they are drawn, pay, promise, and answer for a model. */
async function workPagesOf(person: E2ePerson): Promise<string[]> {
  const { id: communityId } = await person.call(readCommunityBySlug, { params: { slug } });
  const params = { communityId };
  const query = { limit: 1 };
  const first = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
    items[0]?.id ?? "";
  return [
    "representation",
    "panels",
    "panels/new",
    `panels/${first(await person.call(listPanels, { params }))}`,
    "power",
    "funding",
    `funding/${first(await person.call(listFundingRounds, { params }))}`,
    "treasury",
    "treasury/new",
    "commitments",
    `commitments/${first(await person.call(listCommitments, { params, query }))}`,
    "systems",
    `systems/${first(await person.call(listSystems, { params, query }))}`,
    `incidents/${first(await person.call(listIncidents, { params, query }))}`,
    "health",
  ].map((page) => `/c/${slug}/${page}`);
}

async function settle(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

const small = { width: 320, height: 640 };
const large = { width: 1280, height: 720 };

async function expectNarrow(page: Page, path: string): Promise<void> {
  for (const dir of ["rtl", "ltr"]) {
    const overflow = await page.evaluate((direction) => {
      document.documentElement.dir = direction;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, dir);
    expect.soft(overflow, `${path} ${dir}`).toBeLessThanOrEqual(0);
  }
}

/** Nothing is in anybody's way; in the dark only colours differ. */
async function expectUsable(page: Page, path: string): Promise<void> {
  expect.soft(await barriersOn(page), path).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await barriersOn(page, ["color-contrast"]), `${path} in the dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

async function expectFitForAll(page: Page, path: string): Promise<void> {
  await page.setViewportSize(small);
  await settle(page, path);
  await expectNarrow(page, path);
  await page.setViewportSize(large);
  await expectUsable(page, path);
}

/** The pages are shared out among several stories, so that none takes long. */
const shares = 6;

for (let share = 0; share < shares; share++) {
  test(`every page can be used by everybody, in light and dark, and is no wider than a small phone (${share + 1} of ${shares})`, async ({
    people,
  }) => {
    const owner = await people.fromDemo("Amara Diallo");
    const pages = [...(await pagesOf(owner)), ...(await workPagesOf(owner))];
    const own = pages.filter((_, index) => index % shares === share);
    for (const path of own) await expectFitForAll(owner.page, path);
  });
}

test("the doors can be used by everybody, in light and dark and on a small phone", async ({
  people,
}) => {
  const { page } = await people.visit();
  const doors = ["/", "/sign-in", "/sign-up", "/forgot-password", "/nowhere", `/c/${slug}`];
  for (const path of doors) await expectFitForAll(page, path);
});

test("who uses the keyboard reaches the content first", async ({ people }) => {
  const { page } = await people.visit();
  await settle(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
