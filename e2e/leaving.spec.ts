import { addClaim, readOutline } from "#shared/contract/claims.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listDebates } from "#shared/contract/debates.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import { barriersOn } from "./barriers.ts";
import { expect, test } from "./people.ts";

const slug = "open-model-commons";

test("somebody takes their data along and goes; what they said stays, by a former member", async ({
  people,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Lena ${mark}`;
  const lena = await people.arrive(name);
  const { page } = lena;
  const { id: communityId } = await lena.call(readCommunityBySlug, { params: { slug } });
  await lena.call(joinCommunity, { params: { communityId }, body: {} });
  const { items } = await lena.call(listDebates, {
    params: { communityId },
    query: { limit: 100 },
  });
  const debate = items.find(({ phase }) => phase === "deliberation");
  const params = { communityId, debateId: debate?.id ?? "" };
  const { positions } = await lena.call(readOutline, { params });
  const text = `Whoever leaves takes the name along, not the reasons (${mark})`;
  const { claim } = await lena.call(addClaim, {
    params,
    body: { target: { kind: "position", id: positions[0]?.id ?? "" }, side: "pro", text },
  });

  await page.goto("/settings");
  const chapter = page.getByRole("region", { name: "Your data" });
  const download = page.waitForEvent("download");
  await chapter.getByRole("link", { name: "Download my data" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);

  await chapter.getByRole("link", { name: "Delete my account" }).click();
  await expect(page.getByRole("heading", { name: "What goes, at once" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Your password" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriersOn(page)).toEqual([]);
  }
  await page.getByRole("textbox", { name: "Your password" }).fill("not my password");
  await page.getByRole("button", { name: "Delete my account for good" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The password is wrong");
  await page.getByRole("textbox", { name: "Your password" }).fill(lena.password);
  await page.getByRole("button", { name: "Delete my account for good" }).click();
  await expect(page.getByText("Your account is deleted")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();

  await page.goto(`/c/${slug}/d/${params.debateId}/arguments#claim-${claim.id}`);
  await expect(page.getByText(text).first()).toBeVisible();
  await expect(page.getByText("Former member").first()).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});
