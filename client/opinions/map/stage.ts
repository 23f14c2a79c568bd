import { inksOf, paint } from "./painting.ts";
import { eased, origins, type Scene, walked } from "./scene.ts";
import { fitted, kept, moved, type Size, viewBetween, type Viewport, zoomed } from "./viewport.ts";
import type { Corner } from "#shared/opinions/hull.ts";

/** More would be four times the work for nothing that an eye can see. */
const highestRatio = 2;
const movingMs = 700;

interface Move {
  readonly from: Scene["people"];
  readonly view: Viewport;
  readonly began: number;
}

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A map on a canvas: what is drawn, from where it is seen, and the frames between. React draws none of it. */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  #scene: Scene | undefined;
  #size: Size = { width: 0, height: 0 };
  /** null while everybody is to be seen */
  #view: Viewport | null = null;
  /** What frames the people of the scene at this size; computed once for both. */
  #whole: Viewport | undefined;
  #move: Move | undefined;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Goes over to another scene: people walk there, unless the reader wants no motion. */
  show(scene: Scene): void {
    const before = this.#scene;
    const now = performance.now();
    const shown = this.#peopleAt(now);
    const view = this.#seenFrom(now);
    this.#scene = scene;
    if (before?.people !== scene.people) {
      this.#move = undefined;
      this.#whole = undefined;
    }
    if (before && shown && before.people !== scene.people && !isStill()) {
      this.#move = { from: origins({ ...before, people: shown }, scene), view, began: now };
    }
    this.redraw();
  }

  resize(size: Size): void {
    this.#size = size;
    this.#whole = undefined;
    const ratio = this.#ratio();
    this.#canvas.width = Math.round(size.width * ratio);
    this.#canvas.height = Math.round(size.height * ratio);
    // A canvas is empty once its size was set: without this it would flash.
    this.draw();
  }

  drag(right: number, down: number): void {
    const scene = this.#scene;
    if (!scene) return;
    this.#view = kept(moved(this.#seenFrom(performance.now()), right, down), scene.people);
    this.redraw();
  }

  zoom(factor: number, at: Corner = [this.#size.width / 2, this.#size.height / 2]): void {
    const scene = this.#scene;
    if (!scene) return;
    const { people } = scene;
    const zoom = { factor, at, size: this.#size, whole: this.#framed(), people };
    this.#view = kept(zoomed(this.#seenFrom(performance.now()), zoom), people);
    this.redraw();
  }

  /** Everybody at once again. */
  reset(): void {
    this.#view = null;
    this.redraw();
  }

  readonly redraw = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  };

  close(): void {
    cancelAnimationFrame(this.#frame);
  }

  #ratio(): number {
    return Math.min(highestRatio, devicePixelRatio);
  }

  #framed(): Viewport {
    this.#whole ??= fitted(this.#scene?.people ?? { x: [], y: [] }, this.#size);
    return this.#whole;
  }

  /** How much of the way to the scene is behind, 0 to 1. */
  #partAt(now: number): number {
    return this.#move ? Math.min(1, (now - this.#move.began) / movingMs) : 1;
  }

  #seenFrom(now: number): Viewport {
    if (this.#view) return this.#view;
    const part = this.#partAt(now);
    return this.#move && part < 1
      ? viewBetween(this.#move.view, this.#framed(), eased(part))
      : this.#framed();
  }

  /** Where people are on their way. */
  #peopleAt(now: number): Scene["people"] | undefined {
    if (!this.#scene || !this.#move) return this.#scene?.people;
    const part = this.#partAt(now);
    return part < 1 ? walked(this.#move.from, this.#scene.people, eased(part)) : this.#scene.people;
  }

  /** At once, where a frame may be too late: as the page goes to paper. */
  readonly draw = (): void => {
    const context = this.#canvas.getContext("2d");
    const now = performance.now();
    const people = this.#peopleAt(now);
    if (!context || !this.#scene || !people || this.#size.width === 0) return;
    paint(context, {
      scene: { ...this.#scene, people },
      view: this.#seenFrom(now),
      size: this.#size,
      ratio: this.#ratio(),
      inks: inksOf(this.#canvas),
    });
    if (people === this.#scene.people) this.#move = undefined;
    else this.redraw();
  };
}
