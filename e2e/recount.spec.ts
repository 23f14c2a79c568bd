import { writeFile } from "node:fs/promises";
import { createDecision, readDecision } from "#shared/contract/decisions.ts";
import { expect, test } from "./people.ts";
import { ask, found, join } from "./scenes.ts";

/** Voting lasts a minute at least. */
const shortest = 62_000;

test("a stranger counts a secret vote again, a voter finds the own ballot, and a forged list is refused", async ({
  people,
}, testInfo) => {
  test.setTimeout(180_000);
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const decision = await ada.call(createDecision, {
    params: scene.params,
    body: {
      title: "Which way?",
      settings: { method: "schulze" },
      secrecy: "secret",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + shortest).toISOString(),
    },
  });
  const params = { communityId: community.id, decisionId: decision.id };

  // Both vote, and are given a receipt.
  for (const { page } of [ada, bo]) {
    await page.goto(`${scene.path}/decision`);
    await page.getByRole("button", { name: /Rank .?By a vote.? next/ }).click();
    await page.getByRole("button", { name: "Cast my ballot" }).click();
    await expect(page.getByRole("heading", { name: "Your receipt" })).toBeVisible();
    await expect(page.getByText("Neither your name nor a time is kept with it")).toBeVisible();
  }

  // Once it has closed nobody knows any more whose ballot is whose.
  await expect
    .poll(async () => (await ada.call(readDecision, { params })).status, {
      timeout: shortest + 30_000,
      intervals: [1_000],
    })
    .toBe("closed");
  await bo.page.reload();
  await expect(bo.page.getByText("You voted in this decision")).toBeVisible();
  await bo.page.getByRole("link", { name: "Recount it yourself" }).click();
  await expect(bo.page.getByText("All that could be checked is right.")).toBeVisible();
  const own = bo.page.getByRole("listitem").filter({ hasText: "Your own ballot is on the list" });
  await expect(own).toContainText("right");

  // A stranger comes from the outcome.
  const { page } = await people.visit();
  await page.goto(`${scene.path}/outcome`);
  await page.getByRole("link", { name: "Recount it yourself" }).click();
  await expect(page.getByText("All that could be checked is right.")).toBeVisible();
  await expect(page.getByText("By a vote")).toHaveCount(2);

  // One vote in the list is turned.
  const response = await page.request.get(
    `/api/communities/${community.id}/decisions/${decision.id}/bundle`,
  );
  const bundle = (await response.json()) as { ballots: { ballot: { ranking: string[][] } }[] };
  const [option] = decision.options.map(({ id }) => id);
  bundle.ballots[0]?.ballot.ranking.splice(0, 1, [option ?? ""]);
  const forged = testInfo.outputPath("forged.json");
  await writeFile(forged, JSON.stringify(bundle));
  await page.getByLabel("Open a bundle").setInputFiles(forged);
  await expect(page.getByText("This is not what was signed and stated")).toBeVisible();
  await expect(page.getByText("At least one ballot was changed")).toBeVisible();
});
