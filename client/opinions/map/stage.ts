import { inksOf, paint } from "./painting.ts";
import { between, eased, origins, type Scene } from "./scene.ts";
import { fitted, kept, moved, type Size, type Viewport, zoomed } from "./viewport.ts";
import type { Corner } from "#shared/opinions/hull.ts";

/** More would be four times the work for nothing that an eye can see. */
const highestRatio = 2;
const movingMs = 700;

interface Move {
  readonly from: Scene["people"];
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
    this.#scene = scene;
    this.#move = undefined;
    if (before && shown && before.people !== scene.people && !isStill()) {
      this.#move = { from: origins({ ...before, people: shown }, scene), began: now };
    }
    this.redraw();
  }

  resize(size: Size): void {
    this.#size = size;
    const ratio = this.#ratio();
    this.#canvas.width = Math.round(size.width * ratio);
    this.#canvas.height = Math.round(size.height * ratio);
    // A canvas is empty once its size was set: without this it would flash.
    this.#draw();
  }

  drag(right: number, down: number): void {
    const scene = this.#scene;
    if (!scene) return;
    this.#view = kept(moved(this.#seenFrom(scene.people), right, down), scene.people);
    this.redraw();
  }

  zoom(factor: number, at: Corner = [this.#size.width / 2, this.#size.height / 2]): void {
    const scene = this.#scene;
    if (!scene) return;
    const whole = fitted(scene.people, this.#size);
    const zoom = { factor, at, size: this.#size, whole };
    this.#view = kept(zoomed(this.#seenFrom(scene.people), zoom), scene.people);
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
      this.#draw();
    });
  };

  close(): void {
    cancelAnimationFrame(this.#frame);
  }

  #ratio(): number {
    return Math.min(highestRatio, devicePixelRatio);
  }

  #seenFrom(people: Scene["people"]): Viewport {
    return this.#view ?? fitted(people, this.#size);
  }

  /** Where people are on their way. */
  #peopleAt(now: number): Scene["people"] | undefined {
    if (!this.#scene || !this.#move) return this.#scene?.people;
    const part = Math.min(1, (now - this.#move.began) / movingMs);
    return part < 1
      ? between(this.#move.from, this.#scene.people, eased(part))
      : this.#scene.people;
  }

  #draw(): void {
    const context = this.#canvas.getContext("2d");
    const people = this.#peopleAt(performance.now());
    if (!context || !this.#scene || !people || this.#size.width === 0) return;
    paint(context, {
      scene: { ...this.#scene, people },
      view: this.#seenFrom(people),
      size: this.#size,
      ratio: this.#ratio(),
      inks: inksOf(this.#canvas),
    });
    if (people === this.#scene.people) this.#move = undefined;
    else this.redraw();
  }
}
