import { answerCommitment, readCommitment, reportProgress } from "#shared/contract/commitments.ts";
import { readIncident } from "#shared/contract/incidents.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

const days = (count: number) =>
  new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

test("an incident is reported without a name, ruled on, and mended by a promise that is kept", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const ben = await people.arrive("Ben");
  const cleo = await people.arrive("Cleo");
  const stranger = await people.visit();
  const community = await found(ada);
  await join(community, [ben, cleo]);
  const { slug, id: communityId } = community;

  // Ada registers what Ben answers for.
  await ada.page.goto(`/c/${slug}/systems`);
  await ada.page.getByRole("link", { name: "Register a system" }).click();
  await ada.page.getByLabel("Name").fill("Moss 7B");
  await ada.page.getByLabel("Release").fill("2.1");
  await ada.page.getByLabel("Licence").fill("Apache-2.0");
  await ada.page.getByLabel("Intended use").fill("Summaries of minutes.");
  await ada.page.getByLabel("Known harms").fill("It makes up names.");
  await ada.page.getByLabel("Steward").fill("Ben");
  await ada.page.getByRole("option", { name: "Ben" }).click();
  await ada.page.getByRole("button", { name: "Register a system" }).click();
  await ada.page.waitForURL(/\/systems\/[0-9a-f-]{36}$/);
  const card = new URL(ada.page.url()).pathname;

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

  // Ada finds it in what needs her, and rules on it.
  await ada.page.goto(`/c/${slug}`);
  await ada.page.getByRole("link", { name: /An incident was reported/ }).click();
  await expect(ada.page.getByText("Cleo")).toBeVisible();
  await ada.page.getByRole("radio", { name: /^Accept it/ }).check();
  await ada.page.getByLabel("Why; everybody reads it").fill("The list of who was there says so.");
  await ada.page.getByRole("button", { name: "Do it" }).click();
  const way = stranger.page.getByRole("navigation", { name: "From the report to the commitment" });
  await expect(way.getByRole("link", { name: "Accepted" })).toBeVisible();

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
