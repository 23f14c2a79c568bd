import { answerCommitment, readCommitment, reportProgress } from "#shared/contract/commitments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import * as disputes from "#shared/contract/disputes.ts";
import { linkIncident, readIncident } from "#shared/contract/incidents.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { registerSystem } from "#shared/contract/systems.ts";
import { type Answerer, crowd } from "./crowd.ts";
import { rule, settleIn } from "./juries.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { cardOf, found, join } from "./scenes.ts";

const days = (count: number) =>
  new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

test("an incident is reported without a name, hidden and shown again, ruled on by a jury, and mended by a promise that is kept", async ({
  people,
  baseURL,
}) => {
  const ada = await people.arrive("Ada");
  const ben = await people.arrive("Ben");
  const cleo = await people.arrive("Cleo");
  const stranger = await people.visit();
  const community = await found(ada);
  await join(community, [ben, cleo]);
  const { slug, id: communityId } = community;

  // Ada registers what Ben answers for.
  const params = { communityId };
  const stewardId = (await ben.call(readCommunity, { params })).me?.participantId ?? "";
  const { id: systemId } = await ada.call(registerSystem, { params, body: cardOf(stewardId) });
  const card = `/c/${slug}/systems/${systemId}`;

  // Cleo reports; what is typed is still there after a reload.
  await cleo.page.goto(card);
  await cleo.page.getByRole("link", { name: "Report an incident" }).click();
  await cleo.page.getByLabel("In one sentence").fill("It named somebody who was not there");
  await cleo.page.getByLabel("What happened").fill("The summary of May says that I agreed.");
  await cleo.page.reload();
  await expect(cleo.page.getByLabel("What happened")).toHaveValue(/The summary of May/);
  await cleo.page.getByLabel("Whom it harmed, and how").fill("Others believe that I agreed.");
  await cleo.page.getByRole("radio", { name: /^High/ }).check();
  await cleo.page.getByLabel("Do not name me in public").check();
  await cleo.page.getByRole("button", { name: "Report it" }).click();
  await cleo.page.waitForURL(/\/incidents\/[0-9a-f-]{36}$/);
  const place = new URL(cleo.page.url()).pathname;
  const incidentId = place.split("/").at(-1) ?? "";

  await stranger.page.goto(place);
  await expect(stranger.page.getByText("asked not to be named in public")).toBeVisible();
  await expect(stranger.page.getByText("Cleo")).toHaveCount(0);

  // It is out of sight until somebody looks again.
  const subject = { kind: "incident" as const, id: incidentId };
  const deed = { subject, rule: 1, reason: "Is that so?" };
  const { id: action } = await ada.call(moderate, { params, body: { ...deed, kind: "hide" } });
  await expect(stranger.page.getByText(/^Hidden under/)).toBeVisible();
  await expect(stranger.page.getByText("It named somebody")).toHaveCount(0);
  await expect(stranger.page.getByText("A report that is out of sight")).toBeVisible();
  // Cleo could appeal, and is told that it would name her.
  await cleo.page.goto(`/c/${slug}/disputes/new?action=${action}`);
  await expect(cleo.page.getByText(/also you, if you reported this/)).toBeVisible();
  await ada.call(moderate, { params, body: { ...deed, kind: "restore" } });
  await expect(stranger.page.getByText("It named somebody who was not there")).toBeVisible();

  // A jury rules on the case of whom it harmed; Ada says that it is about this.
  const disputeId = await bringCase(ben, await crowd(7, { community, baseURL: baseURL ?? "" }), {
    communityId,
    respondentId: stewardId,
  });
  const ids = { communityId, incidentId };
  const { version } = await ada.call(readIncident, { params: ids });
  await ada.call(linkIncident, { params: ids, body: { disputeId, version } });
  const way = stranger.page.getByRole("navigation", { name: "From the report to the commitment" });
  await expect(way.getByRole("link", { name: "Ruling: it is to be put right" })).toBeVisible();

  // Ada finds it in what needs her, and follows the ruling.
  await ada.page.goto(`/c/${slug}`);
  await ada.page.getByRole("link", { name: /An incident was reported/ }).click();
  await expect(ada.page.getByText("Cleo")).toBeVisible();
  await ada.page.getByRole("radio", { name: /^Accept it/ }).check();
  await ada.page.getByLabel("Why; everybody reads it").fill("The jury says so.");
  await ada.page.getByRole("button", { name: "Do it" }).click();

  const mend = ada.page.getByRole("form", { name: "Ask a member to mend it" });
  await mend.getByLabel("What is to be done").fill("Check names against the list");
  await mend.getByLabel("How anybody can tell that it is mended").fill("No made-up name in May.");
  await mend.getByLabel("Member").fill("Ben");
  await mend.getByRole("option", { name: "Ben" }).click();
  await mend.getByLabel("Due").fill(days(10));
  await mend.getByLabel("Others review it on").fill(days(20));
  await mend.getByRole("button", { name: "Ask" }).click();
  await expect(way.getByRole("link", { name: "Promised: 0% done" })).toBeVisible();
  await keep(ben, { communityId, incidentId });
  await expect(way.getByRole("link", { name: "Commitment kept" })).toBeVisible();

  // Ben says that it is mended; another closes it.
  await ben.page.goto(place);
  await ben.page.getByLabel("Why; everybody reads it").fill("Names are checked now.");
  await ben.page.getByRole("button", { name: "Do it" }).click();
  await expect(ben.page.getByRole("radio")).toHaveCount(0);
  await ada.page.getByRole("radio", { name: /^Close it/ }).check();
  await ada.page.getByLabel("Why; everybody reads it").fill("I have looked: it is so.");
  await ada.page.getByRole("button", { name: "Do it" }).click();
  await expect(way.getByRole("link", { name: "Closed" })).toBeVisible();
});

/** One whom it harmed brings a case against Ben; both want a jury, and it finds that they are right. */
async function bringCase(
  ben: E2ePerson,
  [harmed, ...ready]: readonly Answerer[],
  { communityId, respondentId }: { readonly communityId: string; readonly respondentId: string },
): Promise<string> {
  if (!harmed) throw new Error("it harmed somebody");
  const params = { communityId };
  await settleIn(communityId);
  for (const one of ready) {
    await one.call(disputes.changeJuryDuty, { params, body: { isReady: true } });
  }
  const { id: disputeId } = await harmed.call(disputes.openDispute, {
    params,
    body: {
      kind: "conflict",
      respondentId,
      grounds: "What they answer for says that I agreed.",
      remedy: "That it names nobody who was not there.",
    },
  });
  const at = { communityId, disputeId };
  for (const side of [harmed, ben]) await side.call(disputes.closeMediation, { params: at });
  for (const side of [harmed, ben]) await side.call(disputes.closeStatements, { params: at });
  await rule(ready, at, { choice: "overturn", reason: "They were not there." });
  return disputeId;
}

interface Ids {
  readonly communityId: string;
  readonly incidentId: string;
}

/** Ben promises what he was asked to, and does it. */
async function keep(ben: E2ePerson, params: Ids): Promise<void> {
  const { commitments } = await ben.call(readIncident, { params });
  const at = { communityId: params.communityId, commitmentId: commitments[0]?.id ?? "" };
  const { version } = await ben.call(readCommitment, { params: at });
  await ben.call(answerCommitment, { params: at, body: { accept: true, version } });
  const evidence = { title: "The check", url: "https://example.org/check" };
  const body = { percent: 100, words: "Names are checked now.", evidence };
  await ben.call(reportProgress, { params: at, body });
}
