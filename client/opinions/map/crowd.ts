import type { Corner } from "#shared/opinions/hull.ts";

/** A picture as pixels, and the half-transparent ones of its rim left out. */
export interface Stamp {
  readonly size: number;
  /** as an `ImageData` has them, four bytes in one */
  readonly pixels: Uint32Array;
  /** places of the pixels that are drawn */
  readonly solid: Int32Array;
}

/** From so many people on pixels are written: so many pictures to draw take most of a second without a graphics card. */
export const crowd = 5_000;

const half = 128;

/** @param data as `getImageData` gives it, of a square */
export function stampFrom(data: Uint8ClampedArray, size: number): Stamp {
  const all = Array.from({ length: size * size }, (_, at) => at);
  const solid = Int32Array.from(all.filter((at) => (data[4 * at + 3] ?? 0) >= half));
  return { size, pixels: new Uint32Array(data.buffer.slice(0)), solid };
}

export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** Presses a stamp with its corner at a place; what lies beside the canvas is left out. */
export function press(onto: Canvas, { size, pixels, solid }: Stamp, [left, top]: Corner): void {
  for (let which = 0; which < solid.length; which += 1) {
    const at = solid[which] ?? 0;
    const down = Math.floor(at / size);
    const x = left + at - down * size;
    const y = top + down;
    if (x >= 0 && y >= 0 && x < onto.width && y < onto.height) {
      onto.pixels[y * onto.width + x] = pixels[at] ?? 0;
    }
  }
}
