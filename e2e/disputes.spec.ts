import * as contract from "#shared/contract/disputes.ts";
import { flagContent } from "#shared/contract/flags.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { type DisputeIds, drawnOf, seal, settleIn, tell } from "./juries.ts";
import { type E2ePerson, type E2eVisitor, expect, test } from "./people.ts";
import { ask, found, join, say, type Scene } from "./scenes.ts";

const reason = "It was a question, and no insult.";

const overturn = { choice: "overturn", reason } as const;

const words = "Who profits from the bridge?";

interface Cast {
  readonly ada: E2ePerson;
  readonly ben: E2ePerson;
  readonly flaggers: readonly E2ePerson[];
  readonly ready: readonly E2ePerson[];
}

/** Ben says something, two report it, and Ada, who moderates, hides it. */
async function hide({ ada, ben, flaggers, ready }: Cast) {
  const community = await found(ada);
  const { id: communityId, slug } = community;
  await join(community, [ben, ...flaggers, ...ready]);
  await settleIn(communityId);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const { claim } = await say(ben, scene, { side: "pro", text: words });
  const about = { subject: { kind: "claim" as const, id: claim.id }, rule: 1 };
  const params = { communityId };
  for (const one of flaggers) await one.call(flagContent, { params, body: about });
  const deed = { ...about, reason: "It insinuates." };
  const { id: actionId } = await ada.call(moderate, { params, body: { ...deed, kind: "hide" } });
  return { communityId, slug, scene, actionId, deed };
}

/** One says on the page of members that they are ready; the others do so, too. */
async function beReady(
  [first, ...others]: readonly E2ePerson[],
  { communityId, slug }: { readonly communityId: string; readonly slug: string },
): Promise<void> {
  if (!first) throw new Error("six are ready");
  await first.page.goto(`/c/${slug}/members`);
  await first.page.getByRole("button", { name: "I am ready to serve" }).click();
  await expect(first.page.getByText("Ready to serve", { exact: true })).toBeVisible();
  const input = { params: { communityId }, body: { isReady: true } };
  for (const one of others) await one.call(contract.changeJuryDuty, input);
}

/** Ben appeals; gives the address of the case. */
async function appeal({ page }: E2ePerson, place: string): Promise<string> {
  await page.goto(place);
  await page.getByRole("link", { name: "Appeal", exact: true }).click();
  await page.getByRole("textbox", { name: "Why" }).fill(reason);
  await page.getByRole("button", { name: "Appeal", exact: true }).click();
  await page.waitForURL(/\/disputes\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Of what one said oneself, there is nothing to decide. */
async function seesNoOwnCase(ada: E2ePerson, flagger: E2ePerson | undefined, scene: Scene) {
  const { communityId } = scene.params;
  const { claim } = await say(ada, scene, { side: "con", text: "Only fools would build it." });
  const subject = { kind: "claim" as const, id: claim.id };
  await flagger?.call(flagContent, { params: { communityId }, body: { subject, rule: 1 } });
  await ada.page.goto(scene.path.replace(/\/d\/.*/, "/moderation"));
  await expect(ada.page.getByText("Nothing waits")).toBeVisible();
}

/** A juror finds the summons, takes the seat, and reads what others can't. */
async function takeSeat({ page }: E2ePerson, slug: string): Promise<void> {
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: /You were drawn for a jury/ }).click();
  await expect(page.getByRole("heading", { name: "You were drawn for this jury" })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await page.getByRole("button", { name: "Take the seat" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText("It insinuates.")).toBeVisible();
}

/** They vote in secret; once all have, the browser tells by itself the vote that it kept. */
async function vote(
  { page }: E2ePerson,
  fellows: readonly E2ePerson[],
  params: DisputeIds,
): Promise<void> {
  const form = page.getByRole("form", { name: "Your vote" });
  await form.getByRole("radio", { name: /The action is taken back/ }).check();
  await form.getByLabel("Your reasons").fill(reason);
  await form.getByRole("button", { name: "Seal my vote" }).click();
  await expect(page.getByText(/^Your vote is sealed. Nobody can read it/)).toBeVisible();
  for (const fellow of fellows) await seal(fellow, params, overturn);
  await expect(page.getByRole("heading", { name: "Your vote is told" })).toBeVisible();
  for (const fellow of fellows) await tell(fellow, params, overturn);
  await expect(page.getByRole("heading", { name: "The ruling is published" })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
}

/** A stranger proves the ruling in the public record. */
async function prove({ page }: E2eVisitor, slug: string, disputeId: string): Promise<void> {
  await page.goto(`/c/${slug}/ledger?kind=dispute&subject=${disputeId}`);
  const ruled = page.getByRole("listitem", { name: /A jury ruled/ });
  await ruled.getByRole("button", { name: /^Check entry/ }).click();
  await expect(page.getByText(/Proved in this browser: entry \d+/)).toBeVisible();
}

/** And draws the jury again. */
async function drawAgain({ page }: E2eVisitor, place: string): Promise<void> {
  await page.goto(place);
  await page.getByRole("link", { name: /^How it was drawn/ }).click();
  await page.getByRole("button", { name: "Recompute in your browser" }).click();
  await expect(page.getByText(/^This draw is right/)).toBeVisible();
  const checks = page.getByRole("list", { name: "What was checked" });
  await expect(checks.getByText("as it should be")).toHaveCount(8);
  await expect(checks.getByText("left out")).toHaveCount(1);
  await expect(page.getByText(/Neither a public beacon/).first()).toBeVisible();
}

test("a hidden claim is appealed, a jury drawn by lot brings it back, and a stranger proves the ruling and draws the jury again", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const ben = await people.arrive("Ben");
  const flaggers = [await people.arrive("Cleo"), await people.arrive("Dan")];
  const ready: E2ePerson[] = [];
  for (let n = 1; n <= 6; n += 1) ready.push(await people.arrive(`Ready ${n}`));
  const cast = { ada, ben, flaggers, ready };
  const { communityId, slug, scene, actionId, deed } = await hide(cast);
  await beReady(ready, { communityId, slug });
  const place = await appeal(ben, `/c/${slug}/moderation/actions/${actionId}`);
  const params = { communityId, disputeId: place.split("/").at(-1) ?? "" };

  // The moderator has no means to act in their own case.
  const again = { params: { communityId }, body: { ...deed, kind: "remove" as const } };
  expect((await ada.ask(moderate, again)).status()).toBe(403);
  await seesNoOwnCase(ada, flaggers[0], scene);

  // Both have said all; the jury is drawn, and judges.
  for (const side of [ben, ada]) await side.call(contract.closeStatements, { params });
  const [juror, ...fellows] = await drawnOf(ready, params);
  if (!juror) throw new Error("a jury has jurors");
  await takeSeat(juror, slug);
  const accept = { params, body: { accept: true } };
  for (const fellow of fellows) await fellow.call(contract.answerSummons, accept);
  await vote(juror, fellows, params);

  // The claim stands again for everybody.
  const stranger = await people.visit();
  await stranger.page.goto(`${scene.path}/arguments`);
  await expect(stranger.page.getByText(words)).toBeVisible();
  await prove(stranger, slug, params.disputeId);
  await drawAgain(stranger, place);
});
