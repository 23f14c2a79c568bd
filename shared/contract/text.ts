import { z } from "zod";
import { nameFault } from "#shared/names/rule.ts";
import { brokenRule } from "./reasons.ts";

/** Control characters (breaks and tabs apart), half characters, and marks that turn the direction of what follows. */
const unreadable = /[^\P{Cc}\n\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/u;
const isReadable = (text: string) => !unreadable.test(text);

/** One line that people write: runs of white space become one space. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .overwrite((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .min(min)
    .max(max)
    .refine(isReadable, brokenRule("unseen-characters"));

/** How people and what they found call themselves: a line that can be read, and is no disguise of another name. */
export const name = (max: number) =>
  z
    .string()
    .overwrite((text) =>
      text
        .normalize("NFC")
        .replace(/\p{Zs}+/gu, " ")
        .trim(),
    )
    .min(1)
    .max(max)
    .refine((text) => nameFault(text) !== "name-unseen", brokenRule("name-unseen"))
    .refine((text) => nameFault(text) !== "name-marks", brokenRule("name-marks"))
    .refine((text) => nameFault(text) !== "name-scripts", brokenRule("name-scripts"));

/** Several lines that people write, often Markdown. */
export const prose = (max: number) =>
  z
    .string()
    .overwrite((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .max(max)
    .refine(isReadable, brokenRule("unseen-characters"));

/** A web address that opens a page and nothing else: http or https, without a password in it. */
export const WebAddress = z
  .string()
  .max(2_000)
  .overwrite((text) => (URL.canParse(text) ? new URL(text).href : text))
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password } = new URL(text);
    return (protocol === "https:" || protocol === "http:") && !username && !password;
  }, brokenRule("web-address"));
