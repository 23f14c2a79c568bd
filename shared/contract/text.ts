import { z } from "zod";

const controls = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;
const controlsButBreaks = /[^\P{Cc}\n\t]/u;

/** One line that people write: trimmed, without control characters and without marks that turn the direction of what follows. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !controls.test(text), "control characters are not allowed");

/** Several lines that people write, often Markdown. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .overwrite((text) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"))
    .refine((text) => !controlsButBreaks.test(text), "control characters are not allowed");
