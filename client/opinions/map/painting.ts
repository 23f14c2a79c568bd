import type { Corner } from "#shared/opinions/hull.ts";
import { groupColor, groupShape } from "../../ui/group-mark.tsx";
import { crowd, press, stampFrom } from "./crowd.ts";
import { type Label, placed } from "./labels.ts";
import {
  bottomOf,
  dotSize,
  isInSight,
  rounded,
  type Scene,
  type SceneGroup,
  topOf,
} from "./scene.ts";
import { type Size, toPicture, type Viewport } from "./viewport.ts";

export interface Painting {
  readonly scene: Scene;
  readonly view: Viewport;
  readonly size: Size;
  /** pixels of the screen to one of the page */
  readonly ratio: number;
  readonly inks: Inks;
}

/** Colours as a canvas takes them. */
export interface Inks {
  readonly ink: string;
  readonly paper: string;
  readonly muted: string;
  readonly accent: string;
  readonly ofGroup: (number: number) => string;
}

/** What the page's theme makes of its colours: a canvas knows neither variables nor `light-dark`. */
export function inksOf(element: HTMLElement): Inks {
  // Without this a colour that is asked for would still be the last one: readers who want no motion have transitions
  // of no length instead of none.
  element.style.setProperty("transition", "none", "important");
  const resolved = (color: string) => {
    element.style.color = color;
    return getComputedStyle(element).color;
  };
  const found = new Map<number, string>();
  return {
    ink: resolved("var(--ink)"),
    paper: resolved("var(--surface)"),
    muted: resolved("var(--muted)"),
    accent: resolved("var(--accent)"),
    ofGroup: (number) => {
      const color = found.get(number) ?? resolved(groupColor(number));
      found.set(number, color);
      return color;
    },
  };
}

/** How far outlines stay away from the people within, and from the marks of a pile. */
const [outlineDistance, pileDistance] = [18, 8];
const dashes = [[], [9, 4], [3, 3], [12, 3, 3, 3], [6, 6]];

/** One picture of one kind of person, painted once and then stamped: 50,000 outlines would take too long. */
function stampOf(number: number, { inks, ratio, scene }: Painting): HTMLCanvasElement {
  const width = dotSize(scene.people.x.length) * ratio;
  const stamp = document.createElement("canvas");
  stamp.width = Math.ceil(width);
  stamp.height = Math.ceil(width);
  const context = stamp.getContext("2d");
  if (!context) return stamp;
  context.scale(stamp.width / 20, stamp.height / 20);
  const shape = new Path2D(groupShape(Math.max(0, number)));
  context.fillStyle = number < 0 ? inks.muted : inks.ofGroup(number);
  context.globalAlpha = number < 0 ? 0.6 : 1;
  context.fill(shape);
  context.strokeStyle = inks.ink;
  context.lineWidth = 1.4;
  context.globalAlpha = 0.7;
  context.stroke(shape);
  return stamp;
}

interface Marks<Mark extends Size> {
  stampOf(number: number): Mark;
  draw(mark: Mark, left: number, top: number): void;
}

/** Everybody, in one pass. */
export function paintPeople<Mark extends Size>(
  { scene, view, size, ratio }: Omit<Painting, "inks">,
  { stampOf: markOf, draw }: Marks<Mark>,
): void {
  const { people, numbers } = scene;
  const { aside } = people;
  const [left, top] = toPicture([0, 0], view, size);
  for (let at = 0; at < people.x.length; at += 1) {
    const stamp = markOf(numbers[at] ?? -1);
    const right = left + (people.x[at] ?? 0) * view.scale + (aside.x[at] ?? 0);
    const down = top - (people.y[at] ?? 0) * view.scale + (aside.y[at] ?? 0);
    const x = right * ratio - stamp.width / 2;
    const y = down * ratio - stamp.height / 2;
    if (x < -stamp.width || y < -stamp.height) continue;
    if (x > size.width * ratio || y > size.height * ratio) continue;
    draw(stamp, Math.round(x), Math.round(y));
  }
}

/** Makes each thing once. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

function paintMarks(context: CanvasRenderingContext2D, painting: Painting): void {
  const markOf = once((number: number) => stampOf(number, painting));
  if (painting.scene.people.x.length < crowd) {
    paintPeople(painting, {
      stampOf: markOf,
      draw: (mark, left, top) => context.drawImage(mark, left, top),
    });
    return;
  }
  const { width, height } = context.canvas;
  const pixels = new ImageData(width, height);
  const onto = { width, height, pixels: new Uint32Array(pixels.data.buffer) };
  const pixelsOf = once((mark: HTMLCanvasElement) => {
    const image = mark.getContext("2d")?.getImageData(0, 0, mark.width, mark.height);
    return stampFrom(image?.data ?? new Uint8ClampedArray(4 * mark.width ** 2), mark.width);
  });
  paintPeople(painting, {
    stampOf: markOf,
    draw: (mark, left, top) => press(onto, pixelsOf(mark), [left, top]),
  });
  // Pixels that are put take the place of what is below: a layer of its own lets outlines through.
  const layer = document.createElement("canvas");
  Object.assign(layer, { width, height });
  layer.getContext("2d")?.putImageData(pixels, 0, 0);
  context.drawImage(layer, 0, 0);
}

function outlineOf(group: SceneGroup, { view, size, scene }: Painting): Corner[] {
  const corners = group.outline.map((corner) => toPicture(corner, view, size));
  return rounded(corners, Math.max(outlineDistance, scene.reach + pileDistance));
}

function paintOutline(
  context: CanvasRenderingContext2D,
  group: SceneGroup,
  painting: Painting,
): void {
  const corners = outlineOf(group, painting);
  if (corners.length === 0) return;
  context.beginPath();
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = painting.inks.ofGroup(group.number);
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = painting.inks.ofGroup(group.number);
  context.lineWidth = 2;
  context.setLineDash(dashes[group.number % dashes.length] ?? []);
  context.stroke();
  context.setLineDash([]);
}

const font = "600 14px system-ui, sans-serif";

interface Words extends Omit<Label, "width"> {
  readonly text: string;
  readonly color: string;
}

/** Above the outline of its group, or below it where something is there. */
function wordsOf(group: SceneGroup, painting: Painting): Words[] {
  const outline = outlineOf(group, painting);
  const others = painting.scene.groups
    .filter((one) => one !== group)
    .map((one) => outlineOf(one, painting));
  const [top, bottom] = [topOf(outline), bottomOf(outline)];
  if (!top || !bottom || !isInSight(outline, painting.size)) return [];
  const wishes: Corner[] = [
    [top[0], top[1] - 12],
    [bottom[0], bottom[1] + 12],
  ];
  return [{ text: group.label, color: painting.inks.ink, wishes, others }];
}

/** Below the reader's ring. */
function ownWords({ scene: { own }, view, size, inks }: Painting): Words[] {
  if (!own) return [];
  const [x, y] = toPicture(own.place, view, size);
  if (!isInSight([[x, y]], size)) return [];
  return [{ text: own.label, color: inks.accent, wishes: [[x, y + 26]], others: [] }];
}

/** All words, each with a seam of paper, so that they can be read above dots; none lies over another. */
function paintWords(context: CanvasRenderingContext2D, painting: Painting): void {
  const { scene, inks, size } = painting;
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = inks.paper;
  // The reader's own place is one point: its words stay there, and others make room.
  const words = [
    ...ownWords(painting),
    ...scene.groups.flatMap((group) => wordsOf(group, painting)),
  ];
  const labels = words.map((one) => ({ ...one, width: context.measureText(one.text).width }));
  for (const [at, [x, y]] of placed(labels, size).entries()) {
    const { text = "", color = inks.ink } = words[at] ?? {};
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
}

/** A ring with a point in it, unlike any group's shape. */
function paintOwn(context: CanvasRenderingContext2D, painting: Painting): void {
  const { own } = painting.scene;
  if (!own) return;
  const [x, y] = toPicture(own.place, painting.view, painting.size);
  const { accent, paper } = painting.inks;
  for (const [width, color] of [
    [7, paper],
    [3, accent],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 12, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, 4, 0, 2 * Math.PI);
  context.fillStyle = accent;
  context.fill();
}

/** The whole map, from the ground up: outlines, people, the reader, and the words above all. */
export function paint(context: CanvasRenderingContext2D, painting: Painting): void {
  const { size, ratio, scene } = painting;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  for (const group of scene.groups) paintOutline(context, group, painting);
  context.setTransform(1, 0, 0, 1, 0, 0);
  paintMarks(context, painting);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintOwn(context, painting);
  paintWords(context, painting);
}
