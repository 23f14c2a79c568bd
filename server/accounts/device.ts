import { parse, serialize } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { hashSecret } from "../platform/sessions.ts";
import { rememberDevice } from "./device-store.ts";

const yearOfSeconds = 31_536_000;
const secretForm = /^[\w-]{43}$/;

const isSecure = ({ env }: Deps) => env.PUBLIC_URL?.startsWith("https:") ?? false;
const cookieName = (deps: Deps) => (isSecure(deps) ? "__Host-folkmoot-device" : "folkmoot-device");

/** The hash of the secret that this browser was given at a sign-in; empty without one. */
export function deviceHashOf(deps: Deps, request: FastifyRequest): string {
  const secret = parse(request.headers.cookie ?? "")[cookieName(deps)];
  return secret !== undefined && secretForm.test(secret) ? hashSecret(secret) : "";
}

/**
 * Lets this browser sign in to the account even while strangers' guesses have locked it. Always a
 * secret of our own making, so that nobody can lay one of theirs into another's browser.
 */
export async function trustDevice(deps: Deps, accountId: string, reply: FastifyReply) {
  const secret = deps.random.token();
  await rememberDevice(deps.db, accountId, hashSecret(secret));
  const cookie = serialize(cookieName(deps), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(deps),
    maxAge: yearOfSeconds,
  });
  void reply.header("set-cookie", cookie);
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\/|\bOpera/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\//, "Headless Chrome"],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** A device in words, from its `User-Agent`; what it says of versions and more is not kept. */
export function deviceName(userAgent: string | undefined): string {
  const find = (table: typeof browsers) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "Unknown device";
}
