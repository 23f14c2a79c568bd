import { readOutline } from "#shared/contract/claims.ts";
import { castBallot, createDecision, readDecision } from "#shared/contract/decisions.ts";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { respond } from "#shared/contract/statements.ts";
import { barriersOn } from "./barriers.ts";
import { endVoting } from "./clock.ts";
import { type Answerer, crowd, inParts } from "./crowd.ts";
import { expect, test } from "./people.ts";
import { ask, found, state } from "./scenes.ts";

test("what bridges two groups becomes a position with one press; put to the vote with a share in every group it falls short in one, and a stranger counts that again", async ({
  people,
  baseURL,
}) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const ids: string[] = [];
  for (const text of ["We share our data.", "Audits are public.", "Referees are drawn."]) {
    ids.push((await state(ada, scene, text)).id);
  }
  const everybody: Answerer[] = [ada, ...(await crowd(15, { community, baseURL: baseURL ?? "" }))];
  await inParts([...everybody.entries()], ([at, person]) =>
    Promise.all(
      ids.map((statementId, which) =>
        person.call(respond, {
          params: { ...scene.params, statementId },
          body: { value: which === 0 || at % 2 === 0 ? 1 : -1 },
        }),
      ),
    ),
  );
  await expect
    .poll(async () => (await ada.call(readOpinionMap, { params: scene.params })).map?.peopleIn)
    .toBe(16);

  // From the map to a position, in words that are there already.
  await ada.page.goto(`${scene.path}/map`);
  await ada.page.getByRole("button", { name: "Propose a position out of bridges" }).click();
  await expect(ada.page.getByRole("textbox", { name: "Position" })).toHaveValue(
    "We share our data.",
  );
  expect(await barriersOn(ada.page)).toEqual([]);
  await ada.page.getByRole("button", { name: "Propose", exact: true }).click();
  await ada.page.getByText("Made out of 1 statement that bridges groups").click();
  await expect(ada.page.getByRole("link", { name: "We share our data." })).toBeVisible();

  // All of one group want it, and few of the other.
  const { positions } = await ada.call(readOutline, { params: scene.params });
  const decision = await ada.call(createDecision, {
    params: scene.params,
    body: {
      title: "Do we share?",
      settings: { method: "yes-no" },
      secrecy: "public",
      quorum: null,
      threshold: null,
      groupMajority: { kind: "simple-majority" },
      positionIds: positions.flatMap(({ id, bridges }) => (bridges ? [id] : [])),
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const params = { communityId: community.id, decisionId: decision.id };
  await inParts([...everybody.entries()], ([at, person]) => {
    const answer = at % 2 === 0 || at < 6 ? ("yes" as const) : ("no" as const);
    return person.call(castBallot, { params, body: { ballot: { method: "yes-no", answer } } });
  });
  await endVoting(params);
  await expect.poll(async () => (await ada.call(readDecision, { params })).status).toBe("closed");
  await ada.page.goto(`${scene.path}/outcome`);
  await expect(ada.page.getByText(/Not enough support in Group [AB]/)).toBeVisible();
  await expect(ada.page.getByText(/Group [AB] falls short: .* has 3 of 8/)).toBeVisible();
  await expect(ada.page.getByRole("heading", { name: "Support by opinion group" })).toBeVisible();

  const { page } = await people.visit();
  await page.goto(`${scene.path}/outcome`);
  await page.getByRole("link", { name: "Recount it yourself" }).click();
  await expect(page.getByText("All that could be checked is right.")).toBeVisible();
  const groups = page.getByRole("listitem").filter({ hasText: "Opinion groups are those frozen" });
  await expect(groups).toContainText("right");
  await expect(page.getByText(/Group [AB], .* 3 of 8, not enough/).first()).toBeVisible();
});
