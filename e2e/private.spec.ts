import { createDecision } from "#shared/contract/decisions.ts";
import { communityRoom, debateRoom } from "#shared/contract/event.ts";
import { endpoints } from "#shared/contract/index.ts";
import { listMembers, removeMember } from "#shared/contract/memberships.ts";
import { type Line, openLine } from "./line.ts";
import { type E2eVisitor, expect, test } from "./people.ts";
import { ask, found, say, type Scene, state } from "./scenes.ts";

const reads = endpoints.filter(
  ({ method, path }) => method === "GET" && path.includes(":communityId"),
);

/** What every read below a community answers to somebody, without what differs from call to call. */
async function answersTo(
  who: E2eVisitor,
  ids: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { name, path } of reads) {
    const address = path.replaceAll(/:(\w+)/g, (_, part: string) => ids[part] ?? "1");
    const response = await who.context.request.get(address);
    const text = (await response.text()).replace(/"requestId":"[^"]*"/, "");
    answers[name] = `${response.status()} ${text}`;
  }
  return answers;
}

const nowhere = { communityId: crypto.randomUUID(), debateId: crypto.randomUUID() };

/** A private community with something of everything in it. */
async function hide(ada: Parameters<typeof found>[0]) {
  const community = await found(ada, { name: "The Hidden Glade", isPrivate: true });
  const scene = await ask(ada, community, { question: "Where do we hide?", phase: "deliberation" });
  const { claim } = await say(ada, scene, { side: "pro", text: "The old mill is empty." });
  const statement = await state(ada, scene, "We should hide by the river.");
  const decision = await ada.call(createDecision, {
    params: scene.params,
    body: {
      title: "The hiding place",
      settings: { method: "plurality" },
      secrecy: "public",
      quorum: null,
      threshold: null,
      opensAt: new Date(Date.now() + 3_600_000).toISOString(),
      closesAt: new Date(Date.now() + 7_200_000).toISOString(),
    },
  });
  const ids = {
    ...scene.params,
    claimId: claim.id,
    statementId: statement.id,
    decisionId: decision.id,
    positionId: scene.positions[0]?.id ?? "",
  };
  return { community, scene, ids };
}

async function expectNothingAt(who: E2eVisitor, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await who.page.goto(path);
    await expect(
      who.page.getByRole("heading", { level: 1, name: /Nothing is here/ }),
      path,
    ).toBeVisible();
    await expect(who.page.locator("html")).not.toContainText(/Hidden Glade|hide|old mill|river/);
    await expect(who.page).not.toHaveTitle(/Hidden|hide/);
  }
}

test("a private community stays invisible to a stranger and to members of others", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const eve = await people.arrive("Eve");
  const visitor = await people.visit();
  await found(eve);
  const { community, scene, ids } = await hide(ada);
  const rooms = [communityRoom({ communityId: community.id }), debateRoom(scene.params)];
  await ada.page.goto(`${scene.path}/arguments`);
  await expect(ada.page.getByRole("treeitem", { name: /old mill/ })).toBeVisible();

  const lines: Line[] = [];
  for (const stranger of [eve, visitor]) {
    const { page } = stranger;
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Communities" })).toBeVisible();
    await page.getByLabel("Find a community by name").fill("Hidden Glade");
    await expect(page.getByText(/No community is called/)).toBeVisible();
    await expect(page.getByText("Where do we hide?")).toHaveCount(0);

    const { slug } = community;
    await expectNothingAt(stranger, [
      `/c/${slug}`,
      `/c/${slug}/members`,
      `${scene.path}/arguments`,
      `${scene.path}/statements`,
      `${scene.path}/decision`,
    ]);
    const real = await answersTo(stranger, ids);
    const madeUp = await answersTo(stranger, { ...ids, ...nowhere });
    expect(real).toEqual(madeUp);
    for (const answer of Object.values(real)) expect(answer).toMatch(/^40[14] /);
    for (const transport of ["websocket", "polling"] as const) {
      const line = await openLine(stranger, transport);
      lines.push(line);
      for (const room of rooms) expect(await line.join(room), room).toEqual({ joined: false });
    }
    for (const room of rooms) {
      const missed = await stranger.context.request.get(`/api/rooms/${room}/events?after=0`);
      expect(missed.status()).toBe(404);
    }
  }

  // Ada hears what happens there; nobody else does.
  const own = await openLine(ada);
  for (const room of rooms) expect(await own.join(room)).toMatchObject({ joined: true });
  await say(ada, scene, { side: "con", text: "The old mill is damp." });
  await expect.poll(() => own.heard.map(({ name }) => name)).toContain("claim.added");
  expect(lines.flatMap(({ heard }) => heard)).toEqual([]);
  for (const line of [...lines, own]) line.close();
});

/** Sees a debate, and what is written there. */
async function watch({ page }: E2eVisitor, scene: Scene): Promise<void> {
  await page.goto(`${scene.path}/arguments`);
  await expect(page.getByRole("treeitem", { name: /old mill is empty/ })).toBeVisible();
}

test("an invitation lets somebody in; removal ends what they hear within a second", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const bo = await people.arrive("Bo");
  const { community, scene } = await hide(ada);
  await ada.page.goto(`/c/${community.slug}/members`);
  await ada.page.getByRole("button", { name: "Invite by a link" }).click();
  await ada.page.getByRole("button", { name: "Make the link" }).click();
  await expect(ada.page.getByLabel("The link")).toHaveValue(/\/join\//);
  const link = await ada.page.getByLabel("The link").inputValue();

  await bo.page.goto(link);
  await expect(bo.page.getByText("The Hidden Glade")).toBeVisible();
  await bo.page.getByRole("button", { name: "Join" }).click();
  await expect(bo.page).toHaveURL(new RegExp(`/c/${community.slug}$`));
  await watch(bo, scene);
  const line = await openLine(bo);
  expect(await line.join(debateRoom(scene.params))).toMatchObject({ joined: true });
  await say(ada, scene, { side: "con", text: "The old mill is damp." });
  await expect(bo.page.getByRole("button", { name: "1 new", exact: true })).toBeVisible();
  await expect.poll(() => line.heard.map(({ name }) => name)).toContain("claim.added");

  const params = { communityId: community.id };
  const { items } = await ada.call(listMembers, { params });
  const participantId = items.find(({ name }) => name === "Bo")?.id ?? "";
  await ada.call(removeMember, { params: { ...params, participantId }, body: {} });
  const removedAt = Date.now();
  await expect(bo.page.getByText("You have lost access.")).toBeVisible();
  // The promise is a second; the rest is for a busy machine to draw it.
  expect(Date.now() - removedAt).toBeLessThan(3_000);

  const before = line.heard.length;
  await say(ada, scene, { side: "con", text: "The old mill has rats." });
  await expect(ada.page.getByRole("heading", { name: "1 member" })).toBeVisible();
  expect(line.heard.slice(before).map(({ name }) => name)).not.toContain("claim.added");
  expect(await line.join(debateRoom(scene.params))).toEqual({ joined: false });
  line.close();
  // What Bo had read stays until he goes, under a notice that it is no longer live.
  await expect(bo.page.getByRole("button", { name: "1 new", exact: true })).toBeVisible();
  await expect(bo.page.getByText(/rats/)).toHaveCount(0);
  await expectNothingAt(bo, [`${scene.path}/arguments`, `/c/${community.slug}`]);
});

test("a community that becomes private while somebody reads along takes leave of them", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const visitor = await people.visit();
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  await visitor.page.goto(`${scene.path}/arguments`);
  await expect(visitor.page.getByRole("treeitem", { name: /By a vote/ })).toBeVisible();
  await ada.page.goto(`/c/${community.slug}/settings`);
  await ada.page.getByText("Only members know that it exists").click();
  await ada.page.getByRole("button", { name: "Save" }).first().click();
  await expect(visitor.page.getByText("You have lost access.")).toBeVisible();
  await expectNothingAt(visitor, [`${scene.path}/arguments`]);
});
