import { answerCommitment, readCommitment, reportProgress } from "#shared/contract/commitments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import * as incidents from "#shared/contract/incidents.ts";
import { registerSystem } from "#shared/contract/systems.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { cardOf, found, join } from "./scenes.ts";

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

/** Something that was promised, and is done for the most part. */
async function promised(ada: E2ePerson, ben: E2ePerson, communityId: string) {
  const params = { communityId };
  const ownerId = (await ben.call(readCommunity, { params })).me?.participantId ?? "";
  const { id: systemId } = await ada.call(registerSystem, {
    params,
    body: cardOf(ownerId),
  });
  const { id: incidentId } = await ben.call(incidents.reportIncident, {
    params,
    body: {
      systemId,
      release: "2.1",
      title: "It named somebody who was not there",
      words: "The summary of May.",
      harmed: "Me.",
      severity: "high",
    },
  });
  const ids = { communityId, incidentId };
  const { version } = await ada.call(incidents.readIncident, { params: ids });
  const move = { to: "accepted" as const, why: "It is so.", version };
  await ada.call(incidents.moveIncident, { params: ids, body: move });
  const { commitments } = await ada.call(incidents.askToMend, {
    params: ids,
    body: {
      title: "Check all names",
      criterion: "No made-up name.",
      ownerId,
      dueAt: inDays(30),
      reviewAt: inDays(60),
      budget: null,
    },
  });
  const at = { communityId, commitmentId: commitments[0]?.id ?? "" };
  const { version: asked } = await ben.call(readCommitment, { params: at });
  await ben.call(answerCommitment, { params: at, body: { accept: true, version: asked } });
  const evidence = { title: "The list", url: "https://example.org/list" };
  const body = { percent: 70, words: "Most are there.", evidence };
  await ben.call(reportProgress, { params: at, body });
  return at;
}

test("a part is added to what is promised already: the whole falls back, its page says so, and another commits to the part", async ({
  people,
}) => {
  const [ada, ben, cleo] = [
    await people.arrive("Ada"),
    await people.arrive("Ben"),
    await people.arrive("Cleo"),
  ];
  const { page: seen } = await people.visit();
  const community = await found(ada);
  await join(community, [ben, cleo]);
  const { commitmentId } = await promised(ada, ben, community.id);
  const place = `/c/${community.slug}/commitments/${commitmentId}`;
  await seen.goto(place);
  await expect(seen.getByText("Most are there.")).toBeVisible();

  const { page } = ada;
  await page.goto(place);
  await page.getByRole("button", { name: "Add a part" }).click();
  const form = page.getByRole("form", { name: "Add a part" });
  await expect(form.getByText("the whole may fall")).toBeVisible();
  await form.getByLabel("What is to be done").fill("Check the names of June");
  await form.getByLabel("Kept if").fill("No made-up name in June.");
  await form.getByLabel("Who").fill("Cleo");
  await form.getByRole("option", { name: "Cleo" }).click();
  await form.getByRole("button", { name: "Add it and ask" }).click();
  const said = "The whole stands at 0% with it, and stood at 70% before.";
  await expect(page.getByText(said)).toBeVisible();
  await expect(seen.getByText(said)).toBeVisible();

  await cleo.page.goto("/notifications");
  await cleo.page.getByRole("link", { name: /You are asked to commit to this/ }).click();
  await cleo.page.getByRole("button", { name: "Yes, I commit to it" }).click();
  await expect(seen.getByRole("row", { name: /Check the names of June/ })).toContainText(
    "promised",
  );
  await ben.page.goto("/notifications");
  await expect(ben.page.getByRole("link", { name: /A part was added/ })).toBeVisible();
});
