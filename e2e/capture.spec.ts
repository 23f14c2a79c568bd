import { castBallot, createDecision, type DecisionView } from "#shared/contract/decisions.ts";
import { makeSnapshot } from "#shared/contract/holdings.ts";
import type { Community } from "#shared/contract/communities.ts";
import { type Caller, type E2ePerson, expect, test } from "./people.ts";
import { ask, found, join, type Scene } from "./scenes.ts";

const council = "By a council";
const assembly = "By assembly";

/** A vote by tokens, of which one person has nearly all, counted while votes come in. */
async function openByTokens(ada: Caller, community: Community, scene: Scene) {
  const params = { communityId: community.id };
  const { id: snapshotId } = await ada.call(makeSnapshot, {
    params,
    body: {
      title: "Shares of the harbour",
      token: "HRB",
      source: "The register of shares",
      link: null,
      decimals: 0,
      csv: "holder,amount\nAda,1000\nBo,10\nCleo,10",
    },
  });
  return ada.call(createDecision, {
    params: scene.params,
    body: {
      title: "How is the harbour kept?",
      settings: { method: "plurality" },
      secrecy: "public",
      liveResults: true,
      weighting: { kind: "token", snapshotId },
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
}

function vote(who: Caller, decision: DecisionView, title: string) {
  const choice = decision.options.find((option) => option.title === title)?.id ?? "";
  return who.call(castBallot, {
    params: { communityId: decision.communityId, decisionId: decision.id },
    body: { ballot: { method: "plurality", choice } },
  });
}

/** The row of a weighting in the comparison. */
const weighting = ({ page }: E2ePerson, name: string) =>
  page.getByRole("region", { name: "The same ballots, weighed otherwise" }).getByRole("row", {
    name,
  });

test("a vote that one holder of tokens decides alone says so, and how one vote each would end", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const bo = await people.arrive("Bo");
  const cleo = await people.arrive("Cleo");
  const community = await found(ada);
  await join(community, [bo, cleo]);
  const scene = await ask(ada, community, {
    positions: [council, assembly],
    phase: "deliberation",
  });
  const decision = await openByTokens(ada, community, scene);
  await vote(ada, decision, council);
  await vote(bo, decision, assembly);

  await cleo.page.goto(`${scene.path}/decision`);
  await expect(cleo.page.getByText("It is shown once you have voted")).toBeVisible();
  await cleo.page.getByRole("button", { name: "Show it now" }).click();
  await cleo.page.getByRole("link", { name: "Who has the power in it" }).click();
  const warnings = cleo.page.getByRole("list", { name: "Signs of capture" });
  await expect(warnings).toContainText("One voter of 2 decides alone");
  await expect(weighting(cleo, "One person, one vote")).toContainText("A tie");

  // Another vote comes in while the page is looked at.
  await vote(cleo, decision, assembly);
  await expect(warnings).toContainText(
    /With one vote each, “\W?By assembly\W?” would have come first/,
  );
  await expect(warnings).toContainText("One voter of 3 could turn the result");
  await expect(weighting(cleo, "By tokens In force")).toContainText(council);
  await expect(weighting(cleo, "One person, one vote")).toContainText("Another winner");
  const voters = cleo.page.getByRole("region", { name: "The voters with most weight" }).last();
  await expect(voters.getByRole("row", { name: "Ada" })).toContainText("100%");
  await cleo.page.getByRole("button", { name: "Try other rules" }).click();
  await cleo.page.getByLabel("Weighting").selectOption({ label: "One person, one vote" });
  const wouldBe = cleo.page.getByText("What if, not a result:").locator("..");
  await expect(wouldBe).toContainText(/“\W?By assembly\W?” would come first/);
  await cleo.page.getByLabel("Invented people").fill("2");
  await cleo.page.getByRole("combobox", { name: "They vote for" }).selectOption(council);
  await expect(wouldBe).toContainText(/“\W?By a council\W?” would come first/);
  await cleo.page.getByRole("button", { name: "Table" }).click();
  await expect(cleo.page.getByRole("columnheader", { name: "Hold together" })).toBeVisible();
});
