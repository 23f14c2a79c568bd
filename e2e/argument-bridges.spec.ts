import { rateTruth } from "#shared/contract/ratings.ts";
import { crowd } from "./crowd.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

test("what people who usually differ find true stands out among the claims, and a rating comes in while one looks", async ({
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
});
