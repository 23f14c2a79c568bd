import type { Corner } from "#shared/opinions/hull.ts";
import { groupColor, groupShape } from "../../ui/group-mark.tsx";
import { crowd, press, stampFrom } from "./crowd.ts";
import { dotSize, rounded, type Scene, type SceneGroup, topOf } from "./scene.ts";
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

const font = (size: number) => `600 ${size}px system-ui, sans-serif`;
/** How far outlines stay away from the people within. */
const outlineDistance = 18;
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

interface Marks {
  stampOf(number: number): HTMLCanvasElement;
  draw(stamp: HTMLCanvasElement, left: number, top: number): void;
}

/** Everybody, in one pass. */
function paintPeople(
  { scene, view, size, ratio }: Painting,
  { stampOf: markOf, draw }: Marks,
): void {
  const { people, numbers } = scene;
  const [left, top] = toPicture([0, 0], view, size);
  for (let at = 0; at < people.x.length; at += 1) {
    const stamp = markOf(numbers[at] ?? -1);
    const x = (left + (people.x[at] ?? 0) * view.scale) * ratio - stamp.width / 2;
    const y = (top - (people.y[at] ?? 0) * view.scale) * ratio - stamp.height / 2;
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
    const draw: Marks["draw"] = (stamp, left, top) => context.drawImage(stamp, left, top);
    paintPeople(painting, { stampOf: markOf, draw });
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

function outlineOf(group: SceneGroup, { view, size }: Painting): Corner[] {
  const corners = group.outline.map((corner) => toPicture(corner, view, size));
  return rounded(corners, outlineDistance);
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

/** Words with a seam of paper, so that they can be read above dots; never cut off at the side. */
function paintWords(
  context: CanvasRenderingContext2D,
  { text, at: [x, y], color }: { text: string; at: Corner; color: string },
  { inks, size }: Painting,
): void {
  context.font = font(14);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
  const half = context.measureText(text).width / 2 + 6;
  const place = Math.max(half, Math.min(size.width - half, x));
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = inks.paper;
  context.strokeText(text, place, y);
  context.fillStyle = color;
  context.fillText(text, place, y);
}

function paintLabel(context: CanvasRenderingContext2D, group: SceneGroup, painting: Painting) {
  const top = topOf(outlineOf(group, painting));
  if (!top) return;
  const at: Corner = [top[0], Math.max(12, top[1] - 12)];
  paintWords(context, { text: group.label, at, color: painting.inks.ink }, painting);
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
  paintWords(context, { text: own.label, at: [x, y + 26], color: accent }, painting);
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
  for (const group of scene.groups) paintLabel(context, group, painting);
  paintOwn(context, painting);
}
