import { writeFile } from "node:fs/promises";
import { editCommunity, readCommunity } from "#shared/contract/communities.ts";
import { createDecision, readDecision } from "#shared/contract/decisions.ts";
import { setDelegations } from "#shared/contract/delegations.ts";
import { endVoting } from "./clock.ts";
import { expect, test } from "./people.ts";
import { ask, found, join } from "./scenes.ts";

test("a stranger counts a secret vote for two seats again, one ballot of it by a delegate; a voter finds the own one, and a forged list is refused", async ({
  people,
}, testInfo) => {
  const ada = await people.arrive("Ada");
  const bo = await people.arrive("Bo");
  const cy = await people.arrive("Cy");
  const community = await found(ada);
  await join(community, [bo, cy]);
  const { id: communityId, name, description, language, isPrivate, joinPolicy } = community;
  const { version } = await ada.call(readCommunity, { params: { communityId } });
  // Of three votes, one is a third.
  const shape = { name, description, language, isPrivate, joinPolicy, delegationCapPercent: 40 };
  await ada.call(editCommunity, { params: { communityId }, body: { ...shape, version } });
  const positions = ["By a council", "By lot", "By a vote"];
  const scene = await ask(ada, community, { phase: "deliberation", positions });
  const { me } = await bo.call(readCommunity, { params: { communityId } });
  await cy.call(setDelegations, {
    params: { communityId },
    body: {
      scope: "debate",
      about: scene.debate.id,
      delegates: [{ to: me?.participantId ?? "", percent: 100 }],
      version: 0,
    },
  });
  const decision = await ada.call(createDecision, {
    params: scene.params,
    body: {
      title: "Which way?",
      settings: { method: "stv", winners: 2 },
      secrecy: "secret",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const params = { communityId, decisionId: decision.id };

  // Both vote, and are given a receipt.
  for (const { page } of [ada, bo]) {
    await page.goto(`${scene.path}/decision`);
    await page.getByRole("button", { name: /Rank .?By a vote.? next/ }).click();
    await page.getByRole("button", { name: /Rank .?By lot.? next/ }).click();
    await page.getByRole("button", { name: "Cast my ballot" }).click();
    await expect(page.getByRole("heading", { name: "Your receipt" })).toBeVisible();
    await expect(page.getByText("Neither your name nor a time is kept with it")).toBeVisible();
  }

  // Once it has closed nobody knows any more whose ballot is whose.
  await endVoting(params);
  await expect.poll(async () => (await ada.call(readDecision, { params })).status).toBe("closed");
  const { result } = await ada.call(readDecision, { params });
  expect(result).toMatchObject({ delegated: 1, tally: { ballots: 3 } });
  await bo.page.reload();
  await expect(bo.page.getByText("You voted in this decision")).toBeVisible();
  await bo.page.getByRole("link", { name: "Recount it yourself" }).click();
  await expect(bo.page.getByText("All that could be checked is right.")).toBeVisible();
  const key = bo.page
    .getByRole("listitem")
    .filter({ hasText: "The key is the one of this server" });
  await expect(key).toContainText("right");
  const own = bo.page.getByRole("listitem").filter({ hasText: "Your own ballot is on the list" });
  await expect(own).toContainText("right");

  // The proof that Bo takes along shows the ballot without the list.
  await bo.page.goto(`${scene.path}/decision`);
  const saving = bo.page.waitForEvent("download");
  await bo.page.getByRole("button", { name: "Save the proof" }).click();
  const proof = testInfo.outputPath("proof.json");
  await (await saving).saveAs(proof);
  await bo.page.goto("/recount");
  await bo.page.getByLabel("Open a bundle").setInputFiles(proof);
  await expect(own).toContainText("right");
  const tally = bo.page.getByRole("listitem").filter({ hasText: "The count gives" });
  await expect(tally).toContainText("not checked");

  // A stranger comes from the outcome.
  const { page } = await people.visit();
  await page.goto(`${scene.path}/outcome`);
  await page.getByRole("link", { name: "Recount it yourself" }).click();
  await expect(page.getByText("All that could be checked is right.")).toBeVisible();
  await expect(page.getByText(/By a vote/).first()).toBeVisible();

  // One vote in the list is turned.
  const response = await page.request.get(
    `/api/communities/${community.id}/decisions/${decision.id}/bundle`,
  );
  const bundle = (await response.json()) as { ballots: { ballot: { ranking: string[][] } }[] };
  const council = decision.options.find(({ title }) => title === "By a council");
  bundle.ballots[0]?.ballot.ranking.splice(0, 1, [council?.id ?? ""]);
  const forged = testInfo.outputPath("forged.json");
  await writeFile(forged, JSON.stringify(bundle));
  await page.getByLabel("Open a bundle").setInputFiles(forged);
  await expect(page.getByText("This is not what was signed and stated")).toBeVisible();
  await expect(page.getByText("At least one ballot was changed")).toBeVisible();
});
