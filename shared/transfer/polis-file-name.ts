import { type PolisFile, polisFileNames } from "./polis-fault.ts";

/**
 * The file of an export that goes by a name: perhaps with a date or an id before it, and `.gz` after it, as exports have
 * been published. Undefined for any other name.
 */
export function polisFileOf(name: string): PolisFile | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, "");
  const known = (Object.keys(polisFileNames) as PolisFile[])
    .flatMap((file) => polisFileNames[file].map((ending) => ({ file, ending })))
    .toSorted((a, b) => b.ending.length - a.ending.length);
  return known.find(({ ending }) => {
    if (!plain.endsWith(ending)) return false;
    const before = plain.slice(0, -ending.length);
    return before === "" || /[-_. ]$/.test(before);
  })?.file;
}
