import { createHash } from "node:crypto";
import sharp from "sharp";
import { because, Refusal } from "../platform/problem.ts";

/** Wide and high, in pixels. */
const side = 256;
/** More than any camera of a phone makes; a small file that unpacks to more is meant to do harm. */
const mostPixels = 50_000_000;

// Nothing but the four kinds is ever given to a decoder, whatever a file pretends to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPng",
    "VipsForeignLoadJpeg",
    "VipsForeignLoadWebp",
    "VipsForeignLoadHeif",
  ],
});
// Pictures are rare; requests are not.
sharp.concurrency(1);
sharp.cache(false);

/** Whether these are the first bytes of a PNG, a JPEG, a WebP or an AVIF. */
function isPicture(file: Buffer): boolean {
  const at = (from: number, to: number) => file.toString("latin1", from, to);
  return (
    at(0, 8) === "\u0089PNG\r\n\u001a\n" ||
    at(0, 3) === "\u00ff\u00d8\u00ff" ||
    (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") ||
    (at(4, 8) === "ftyp" && /^avi[fs]$/.test(at(8, 12)))
  );
}

export interface Picture {
  readonly picture: Buffer;
  readonly pictureHash: string;
}

/** The same picture anew: of one size and kind, and without what a camera wrote beside it. */
export async function pictureOf(file: Buffer): Promise<Picture> {
  if (!isPicture(file)) throw new Refusal("picture-unusable", because("picture-kind"));
  const picture = await sharp(file, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
    .timeout({ seconds: 10 })
    .rotate()
    .resize(side, side, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer()
    .catch((): never => {
      throw new Refusal("picture-unusable", because("picture-broken"));
    });
  const pictureHash = createHash("sha256").update(picture).digest("hex").slice(0, 32);
  return { picture, pictureHash };
}
