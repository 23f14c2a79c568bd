import type { Locator, Page } from "@playwright/test";
import { respond, type Statement } from "#shared/contract/statements.ts";
import { barriersOn } from "./barriers.ts";
import { crowd, inParts } from "./crowd.ts";
import { type E2eVisitor, expect, type People, test } from "./people.ts";
import { ask, found, type Scene, state } from "./scenes.ts";

/** A debate in which forty-four people gave the same answers, and ten gave others. */
async function answeredAlike(people: People, baseURL: string): Promise<Scene> {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const statements: Statement[] = [];
  for (const text of ["We share our data.", "Audits are public.", "Referees are drawn."]) {
    statements.push(await state(ada, scene, text));
  }
  const everybody = await crowd(54, { community, baseURL });
  await inParts([...everybody.entries()], ([at, person]) =>
    inParts([...statements.entries()], ([which, { id: statementId }]) =>
      person.call(respond, {
        params: { ...scene.params, statementId },
        body: { value: which === 0 || at < 44 ? 1 : -1 },
      }),
    ),
  );
  return scene;
}

const mapOf = (page: Page): Locator => page.getByRole("img", { name: /A map of|خريطة/ });

async function seen(page: Page, scene: Scene): Promise<Locator> {
  await page.goto(`${scene.path}/map`);
  const map = mapOf(page);
  await map.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await inkOf(map)).orange.count).toBeGreaterThan(0);
  return map;
}

interface Ink {
  /** Pixels of that colour, in those of the page. */
  readonly count: number;
  /** The middle of them. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where on a canvas the marks of the first two groups are: by their colours, without what is half transparent. */
function inkOf(map: Locator): Promise<{ orange: Ink; blue: Ink }> {
  return map.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const ratio = canvas.width / canvas.clientWidth;
    const image = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
    const data = image?.data ?? new Uint8ClampedArray();
    const of = (red: number, green: number, blue: number) => {
      const [x, y]: [number[], number[]] = [[], []];
      for (let at = 0; at < data.length; at += 4) {
        const far =
          Math.abs((data[at] ?? 0) - red) +
          Math.abs((data[at + 1] ?? 0) - green) +
          Math.abs((data[at + 2] ?? 0) - blue);
        if (far > 12 || data[at + 3] !== 255) continue;
        x.push(((at / 4) % canvas.width) / ratio);
        y.push(Math.floor(at / 4 / canvas.width) / ratio);
      }
      const middle = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
      const [low, high] = [
        x.reduce((a, b) => Math.min(a, b), Infinity),
        x.reduce((a, b) => Math.max(a, b), -Infinity),
      ];
      return { count: x.length / ratio ** 2, x: middle(x), y: middle(y), width: high - low };
    };
    return { orange: of(230, 159, 0), blue: of(86, 180, 233) };
  });
}

/** Fingers on the map: from places to others, in steps, as far from its corner. */
async function moveFingers(
  { page, context }: E2eVisitor,
  from: readonly (readonly [number, number])[],
  to: readonly (readonly [number, number])[],
): Promise<void> {
  const box = await mapOf(page).boundingBox();
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : from.map(([x, y], id) => {
              const [endX = x, endY = y] = to[id] ?? [];
              const [right, down] = [x + (endX - x) * part, y + (endY - y) * part];
              return { x: (box?.x ?? 0) + right, y: (box?.y ?? 0) + down, id };
            }),
    });
  await touch("touchStart", 0);
  for (let step = 1; step <= 10; step += 1) await touch("touchMove", step / 10);
  await touch("touchEnd", 1);
  await session.detach();
}

const pageState = (page: Page) =>
  page.evaluate(() => ({ top: Math.round(scrollY), scale: visualViewport?.scale }));

const apart = ({ orange, blue }: { orange: Ink; blue: Ink }) =>
  Math.hypot(orange.x - blue.x, orange.y - blue.y);

test("forty-four people who answer alike look more than ten do, on a phone two fingers move and zoom them while one scrolls the page, and on paper the map begins where its language does", async ({
  people,
  baseURL,
}) => {
  const scene = await answeredAlike(people, baseURL ?? "");
  const desk = await people.visit();
  const { orange, blue } = await inkOf(await seen(desk.page, scene));
  const [fewer, more] = [orange.count, blue.count].toSorted((a, b) => a - b);
  expect((more ?? 0) / (fewer ?? 1)).toBeGreaterThan(1.6);
  expect(await barriersOn(desk.page)).toEqual([]);

  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const hand = await people.visit(phone);
  const map = await seen(hand.page, scene);
  await map.evaluate((element) => element.scrollIntoView({ block: "center" }));
  // What moves the map lies beside it.
  const edge = await map.boundingBox();
  for (const name of ["Nearer", "Farther", "Everybody"]) {
    const button = await hand.page.getByRole("button", { name, exact: true }).boundingBox();
    expect(button?.y).toBeGreaterThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0));
  }

  const [begin, still] = [await inkOf(map), await pageState(hand.page)];
  const moved = async () => (await inkOf(map)).orange.x - begin.orange.x;
  const wider = async () => apart(await inkOf(map)) / apart(begin);
  await moveFingers(
    hand,
    [
      [100, 150],
      [200, 150],
    ],
    [
      [140, 150],
      [240, 150],
    ],
  );
  await expect.poll(moved).toBeGreaterThan(25);
  expect(await wider()).toBeCloseTo(1, 1);
  await hand.page.getByRole("button", { name: "Everybody" }).tap();
  await expect.poll(moved).toBeCloseTo(0, 0);
  await moveFingers(
    hand,
    [
      [150, 180],
      [200, 180],
    ],
    [
      [140, 180],
      [210, 180],
    ],
  );
  await expect.poll(wider).toBeGreaterThan(1.25);
  expect(await pageState(hand.page)).toEqual(still);

  // One finger is the page's: the map stays as it is below it.
  const before = await inkOf(map);
  await moveFingers(hand, [[150, 300]], [[150, 100]]);
  await expect.poll(async () => (await pageState(hand.page)).top).toBeGreaterThan(still.top + 100);
  expect(await inkOf(map)).toEqual(before);

  const reader = await people.visit();
  await reader.context.addInitScript(() => localStorage.setItem("folkmoot.language", "ar"));
  const printed = await seen(reader.page, scene);
  await reader.page.emulateMedia({ media: "print" });
  const right = async (what: Locator) => {
    const box = await what.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  const frame = reader.page.locator("figure").filter({ has: printed });
  await expect.poll(async () => (await printed.boundingBox())?.width).toBeLessThan(400);
  expect(await right(printed)).toBeCloseTo(await right(frame), 0);
});
