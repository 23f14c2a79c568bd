import type { Random } from "./random.ts";

/** A UUID of version 7 (RFC 9562) for something made at that time. */
export function timedId(time: Date, random: Random): string {
  const stamp = time.getTime().toString(16).padStart(12, "0");
  return uuid(`${stamp}7${hex(random, 3)}${variant(random)}${hex(random, 15)}`);
}

/** A UUID of version 4, which tells nothing of a time. */
export function timelessId(random: Random): string {
  return uuid(`${hex(random, 12)}4${hex(random, 3)}${variant(random)}${hex(random, 15)}`);
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random.next() * 16).toString(16)).join("");
}

const variant = (random: Random): string => (8 + Math.floor(random.next() * 4)).toString(16);

const uuid = (digits: string): string =>
  [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join("-");
