import * as contract from "#shared/contract/disputes.ts";
import { flagContent } from "#shared/contract/flags.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { voteCommitment } from "#shared/lottery/vote.ts";
import { addressesOf, runSql } from "./database.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

type Ids = { readonly communityId: string; readonly disputeId: string };

/** They have been here for long enough to be drawn. */
async function settleIn(communityId: string): Promise<void> {
  const { ownerUrl } = await addressesOf();
  const values = [communityId];
  await runSql(ownerUrl, [
    {
      text: "update communities set created_at = now() - interval '100 days' where id = $1",
      values,
    },
    {
      text: "update memberships set joined_at = now() - interval '60 days' where community_id = $1",
      values,
    },
  ]);
}

const read = (person: E2ePerson, params: Ids) => person.call(contract.readDispute, { params });

/** Those whom the lot put first, once it was drawn. */
async function drawnOf(people: readonly E2ePerson[], params: Ids): Promise<E2ePerson[]> {
  const drawn: E2ePerson[] = [];
  await expect(async () => {
    drawn.length = 0;
    for (const one of people) if ((await read(one, params)).mine.seat) drawn.push(one);
    expect(drawn).toHaveLength(3);
  }).toPass();
  return drawn;
}

const salt = "a-salt-that-nobody-guesses";
const reason = "It was a question, and no insult.";

/** What jurors do of whom the story does not tell. */
async function seal(juror: E2ePerson, params: Ids): Promise<void> {
  const { level, mine } = await read(juror, params);
  const at = { disputeId: params.disputeId, level, juror: mine.seat?.pseudonym ?? "" };
  const commitment = voteCommitment({ ...at, choice: "overturn", salt });
  await juror.call(contract.commitVote, { params, body: { commitment } });
}

const tell = (juror: E2ePerson, params: Ids) =>
  juror.call(contract.tellVote, { params, body: { choice: "overturn", salt, reason } });

test("a hidden claim is appealed, a jury drawn by lot brings it back, and a stranger proves the ruling and draws the jury again", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const ben = await people.arrive("Ben");
  const flaggers = [await people.arrive("Cleo"), await people.arrive("Dan")];
  const ready: E2ePerson[] = [];
  for (let n = 1; n <= 6; n += 1) ready.push(await people.arrive(`Ready ${n}`));
  const community = await found(ada);
  const { id: communityId, slug } = community;
  await join(community, [ben, ...flaggers, ...ready]);
  await settleIn(communityId);
  const here = { communityId };
  const scene = await ask(ada, community, { phase: "deliberation" });
  const words = "Who profits from the bridge?";
  const { claim } = await say(ben, scene, { side: "pro", text: words });
  const subject = { kind: "claim" as const, id: claim.id };
  for (const one of flaggers) {
    await one.call(flagContent, { params: here, body: { subject, rule: 1 } });
  }
  const body = { subject, kind: "hide" as const, rule: 1, reason: "It insinuates." };
  const { id: actionId } = await ada.call(moderate, { params: here, body });

  // One says on the page of members that they are ready; the others do so, too.
  const [first, ...others] = ready;
  if (!first) throw new Error("six are ready");
  await first.page.goto(`/c/${slug}/members`);
  await first.page.getByRole("button", { name: "I am ready to serve" }).click();
  await expect(first.page.getByText("Ready to serve", { exact: true })).toBeVisible();
  for (const one of others) {
    await one.call(contract.changeJuryDuty, { params: here, body: { isReady: true } });
  }

  // Its author appeals.
  await ben.page.goto(`/c/${slug}/moderation/actions/${actionId}`);
  await ben.page.getByRole("link", { name: "Appeal", exact: true }).click();
  await ben.page.getByRole("textbox", { name: "Why" }).fill(reason);
  await ben.page.getByRole("button", { name: "Appeal", exact: true }).click();
  await ben.page.waitForURL(/\/disputes\/[0-9a-f-]{36}/);
  const params = { communityId, disputeId: ben.page.url().split("/").at(-1)?.slice(0, 36) ?? "" };

  // The moderator has no means to act in their own case: not on what is disputed, not on what they said themselves.
  const again = await ada.ask(moderate, { params: here, body: { ...body, kind: "remove" } });
  expect(again.status()).toBe(403);
  const { claim: own } = await say(ada, scene, { side: "con", text: "Only fools would build it." });
  const about = { kind: "claim" as const, id: own.id };
  await flaggers[0]?.call(flagContent, { params: here, body: { subject: about, rule: 1 } });
  await ada.page.goto(`/c/${slug}/moderation`);
  await expect(ada.page.getByText("Nothing waits")).toBeVisible();
  await ada.page.goto(`/c/${slug}/disputes/${params.disputeId}`);
  await expect(ada.page.getByRole("heading", { name: /^Appeal:/ })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Remove" })).toHaveCount(0);

  // Both have said all; the jury is drawn.
  for (const side of [ben, ada]) await side.call(contract.closeStatements, { params });
  const jurors = await drawnOf(ready, params);
  const [juror, ...fellows] = jurors;
  if (!juror) throw new Error("a jury has jurors");
  const { page } = juror;
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: /You were drawn for a jury/ }).click();
  await expect(page.getByRole("heading", { name: "You were drawn for this jury" })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await page.getByRole("button", { name: "Take the seat" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText("It insinuates.")).toBeVisible();
  const accept = { params, body: { accept: true } };
  for (const fellow of fellows) await fellow.call(contract.answerSummons, accept);

  // They vote in secret; once all have, the browser tells the vote that it kept.
  const form = page.getByRole("form", { name: "Your vote" });
  await form.getByRole("radio", { name: /The action is taken back/ }).check();
  await form.getByLabel("Your reasons").fill(reason);
  await form.getByRole("button", { name: "Seal my vote" }).click();
  await expect(page.getByText(/^Your vote is sealed. Nobody can read it/)).toBeVisible();
  for (const fellow of fellows) await seal(fellow, params);
  await expect(page.getByRole("heading", { name: "Your vote is told" })).toBeVisible();
  for (const fellow of fellows) await tell(fellow, params);
  await expect(page.getByRole("heading", { name: "The ruling is published" })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);

  // The claim stands again for everybody; a stranger proves the ruling in the record.
  const stranger = await people.visit();
  await stranger.page.goto(`${scene.path}/arguments`);
  await expect(stranger.page.getByText(words)).toBeVisible();
  await stranger.page.goto(`/c/${slug}/ledger?kind=dispute&subject=${params.disputeId}`);
  const ruled = stranger.page.getByRole("listitem", { name: /A jury ruled/ });
  await ruled.getByRole("button", { name: /^Check entry/ }).click();
  await expect(stranger.page.getByText(/Proved in this browser: entry \d+/)).toBeVisible();

  // And draws the jury again.
  await stranger.page.goto(`/c/${slug}/disputes/${params.disputeId}`);
  await stranger.page.getByRole("link", { name: /^How it was drawn/ }).click();
  await stranger.page.getByRole("button", { name: "Recompute in your browser" }).click();
  await expect(stranger.page.getByText(/^This draw is right/)).toBeVisible();
  const checks = stranger.page.getByRole("list", { name: "What was checked" });
  await expect(checks.getByText("as it should be")).toHaveCount(8);
  await expect(checks.getByText("left out")).toHaveCount(1);
  await expect(stranger.page.getByText(/Neither a public beacon/).first()).toBeVisible();
});
