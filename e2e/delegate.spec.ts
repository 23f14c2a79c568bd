import { addPosition } from "#shared/contract/claims.ts";
import { createCommunity, editCommunity } from "#shared/contract/communities.ts";
import { createDebate, moveDebate } from "#shared/contract/debates.ts";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import { expect, test } from "./people.ts";

test("a member lets another vote for them in a debate, sees it happen, and votes themselves in the end", async ({
  people,
}) => {
  const olga = await people.arrive("Olga Oduya");
  const ines = await people.arrive("Ines Iglesias");
  const settings = {
    name: "Harbour cooperative",
    description: "",
    language: "en" as const,
    isPrivate: false,
    joinPolicy: "open" as const,
  };
  const slug = `harbour-${crypto.randomUUID().slice(0, 8)}`;
  const { id: communityId, version } = await olga.call(createCommunity, {
    body: { ...settings, slug },
  });
  const params = { communityId };
  // Of two votes, one is a half.
  const delegationCapPercent = 50;
  await olga.call(editCommunity, { params, body: { ...settings, delegationCapPercent, version } });
  await ines.call(joinCommunity, { params, body: {} });
  const { id: debateId } = await olga.call(createDebate, {
    params,
    body: {
      question: "Who opens the lock?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  const ids = { communityId, debateId };
  for (const title of ["The keeper", "Whoever comes"]) {
    await olga.call(addPosition, { params: ids, body: { title } });
  }
  await olga.call(moveDebate, {
    params: ids,
    body: { from: "framing", to: "deliberation", reason: "It is clear." },
  });
  const decision = await olga.call(createDecision, {
    params: ids,
    body: {
      title: "Who opens the lock?",
      settings: { method: "plurality" },
      secrecy: "public",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });

  const { page } = ines;
  await page.goto(`/c/${slug}/d/${debateId}/decision`);
  await page.getByRole("link", { name: "Have somebody vote for you in this debate" }).click();
  await expect(page.getByRole("radio", { name: "One debate" })).toBeChecked();
  await page.getByRole("combobox", { name: "Person 1" }).fill("olga");
  await page.getByRole("option", { name: "Olga Oduya" }).click();
  await page.getByRole("button", { name: "Delegate", exact: true }).click();
  await expect(page.getByRole("heading", { name: /In the debate/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Ines Iglesias" })).toBeVisible();

  await page.goto(`/c/${slug}/d/${debateId}/decision`);
  await expect(page.getByText(/Your vote is with .Olga Oduya., who has not voted/)).toBeVisible();
  const [keeper, anybody] = decision.options;
  await olga.call(castBallot, {
    params: { communityId, decisionId: decision.id },
    body: { ballot: { method: "plurality", choice: keeper?.id ?? "" } },
  });
  await expect(page.getByText(/Your vote is cast by .Olga Oduya., unless/)).toBeVisible();

  await page.getByRole("radio", { name: anybody?.title ?? "" }).check();
  await page.getByRole("button", { name: "Cast my ballot" }).click();
  await expect(page.getByText("You vote yourself here; your delegation to")).toBeVisible();
});
