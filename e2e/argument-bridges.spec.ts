import { saveSummary } from "#shared/contract/curation.ts";
import { rateTruth } from "#shared/contract/ratings.ts";
import { rateSummary } from "#shared/contract/summary-ratings.ts";
import { crowd } from "./crowd.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

test("what people who usually differ find true stands out among the claims, and a rating comes in while one looks; of the summary they say whether it is fair", async ({
  people,
  baseURL,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const texts = ["Trainers answer for harm", "Hosts answer for harm", "Harm is written down"];
  const claims: { readonly id: string }[] = [];
  for (const text of [...texts, ...texts.map((one) => `${one}, always`)]) {
    claims.push((await say(ada, scene, { side: "pro", text })).claim);
  }
  const rate = async (
    person: typeof bo | Awaited<ReturnType<typeof crowd>>[number],
    at: number,
  ) => {
    for (const [which, { id: claimId }] of claims.entries()) {
      const rating = which % 3 === 2 || which % 3 === at % 2 ? 4 : 0;
      await person.call(rateTruth, { params: { ...scene.params, claimId }, body: { rating } });
    }
  };
  const many = await crowd(8, { community, baseURL: baseURL ?? "" });
  await Promise.all(many.map(rate));

  // Numbers that sway are shown to who asks for them.
  await bo.page.goto(`${scene.path}/arguments/overview`);
  const section = bo.page.getByRole("region", { name: "What bridges viewpoints" });
  await expect(section.getByText("Harm is written down", { exact: true })).toHaveCount(0);
  await section.getByRole("button", { name: "Show scores" }).click();
  const ranked = section.getByRole("listitem");
  await expect(ranked).toHaveCount(6);
  await expect(ranked.first()).toContainText("Harm is written down");
  await expect(ranked.nth(1)).toContainText("Harm is written down");
  await expect(ranked.first()).toContainText("by 8 people");
  await rate(ada, 0);
  await expect(ranked.first()).toContainText("by 9 people");

  // Both camps find a summary fair. Bo reads what they say once he has said so himself.
  const write = (version: number, text: string) =>
    ada.call(saveSummary, { params: scene.params, body: { version, text } });
  await write(0, "We agree that harm is written down.");
  const fairTo = (rating: "fair" | "unfair") => ({
    params: { ...scene.params, number: 1 },
    body: { rating },
  });
  await Promise.all(many.map((person) => person.call(rateSummary, fairTo("fair"))));
  await rate(bo, 1);
  const { page } = bo;
  await page.goto(`${scene.path}/arguments`);
  const summary = page.getByRole("region", { name: "Where we stand" });
  const question = summary.getByRole("group", { name: "Is this summary fair to all sides?" });
  const counts = summary.getByText("Members find this summary:").locator("..");
  await expect(question).toBeVisible();
  await expect(counts).toHaveCount(0);
  await question.getByRole("radio", { name: "Partly" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await expect(question.getByRole("radio", { name: "Fair", exact: true })).toBeChecked();
  await expect(counts).toHaveText("Members find this summary:Fair9Partly0Unfair0");
  const across = summary.getByText("People who usually differ find it fair.");
  await expect(across).toContainText("by 9 people");
  await ada.call(rateSummary, fairTo("unfair"));
  await expect(counts).toContainText("Unfair1");
  await expect(summary.getByText("by 10 people")).toBeVisible();

  // A new version begins anew, and says so to who rated the old one.
  await write(1, "We agree on nothing.");
  await expect(question).toBeVisible();
  await expect(summary.getByText(/This one is new and starts without ratings/)).toBeVisible();
  await expect(counts).toHaveCount(0);
  await question.getByRole("radio", { name: "Unfair" }).check({ force: true });
  await expect(summary.getByText(/Not enough yet .*: 1 of at least 5/)).toBeVisible();
});
