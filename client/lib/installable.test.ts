import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const fileOf = (name: string) => readFileSync(new URL(`../public/${name}`, import.meta.url));
interface Manifest {
  readonly name: string;
  readonly short_name: string;
  readonly id: string;
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose?: string;
  }[];
}
const manifest = JSON.parse(fileOf("manifest.webmanifest").toString()) as Manifest;
const page = readFileSync(new URL("../index.html", import.meta.url), "utf8");

/** Width and height stand in a PNG's first chunk. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe("the pages can be put on a home screen", () => {
  it("with a name, a place to begin and a window of their own", () => {
    expect(page).toContain('rel="manifest" href="/manifest.webmanifest"');
    expect(manifest).toMatchObject({ id: "/", start_url: "/", scope: "/", display: "standalone" });
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.name).toMatch(/\w+/);
  });

  it("with pictures of the sizes that browsers ask for, one of which may be cut to a shape", () => {
    const drawn = manifest.icons.filter(({ type }) => type === "image/png");
    expect(drawn.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
    expect(drawn.some(({ purpose }) => purpose === "maskable")).toBe(true);
    for (const { src, sizes } of drawn) expect(sizeOf(fileOf(src.slice(1)))).toBe(sizes);
  });

  it("with a picture for phones that do not ask the manifest, and colours for light and dark", () => {
    expect(page).toContain('rel="apple-touch-icon"');
    expect(sizeOf(fileOf("apple-touch-icon.png"))).toBe("180x180");
    expect([...page.matchAll(/name="theme-color"/g)]).toHaveLength(2);
  });
});
