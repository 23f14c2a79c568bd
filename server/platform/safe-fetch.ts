import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Why a page was not fetched. */
export type FetchFault =
  | "bad-address"
  | "private-address"
  | "no-host"
  | "too-many-redirects"
  | "too-large"
  | "too-slow"
  | "no-answer";

export class FetchProblem extends Error {
  constructor(readonly fault: FetchFault) {
    super(`a page was not fetched: ${fault}`);
  }
}

export interface FetchedPage {
  /** Where it was found, after all redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface FetchOptions {
  /** All addresses of a host. Tests pass their own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Whether it is allowed to call there. Tests let their own servers be called. */
  readonly mayCall?: (address: string, port: number) => boolean;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const mostRedirects = 3;
const ipv6InUse = ipaddr.parseCIDR("2000::/3");

/** Whether an address is one of the public internet: none that is private, local, reserved, or leads to another one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(ipv6InUse);
}

const mayCallPublic = (address: string, port: number) =>
  isPublic(address) && (port === 80 || port === 443);

async function resolveHost(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

interface Way extends Required<FetchOptions> {
  readonly signal: AbortSignal;
}

/**
 * Fetches a page that a person named, and nothing that the person could not reach: every address of
 * the host must be public, and the connection goes to the very address that was checked, so that a
 * name that changes its mind in between leads nowhere else. Redirects are checked like the first address.
 * @throws FetchProblem
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { timeoutMs = 10_000, maxBytes = 2_000_000 } = options;
  const { resolve = resolveHost, mayCall = mayCallPublic } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const way: Way = { resolve, mayCall, timeoutMs, maxBytes, signal };
  let at = url;
  for (let left = mostRedirects; left >= 0; left -= 1) {
    const answer = await inTime(step(at, way), signal);
    if (typeof answer !== "string") return answer;
    at = answer;
  }
  throw new FetchProblem("too-many-redirects");
}

/** A name server that never answers is not waited for either. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new FetchProblem("too-slow"));
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
  return Promise.race([work, late]);
}

/** One request: the page, or the address to which it sends on. */
async function step(url: string, way: Way): Promise<FetchedPage | string> {
  if (!URL.canParse(url)) throw new FetchProblem("bad-address");
  const target = new URL(url);
  const address = await checkedAddress(target, way);
  const response = await request(target, address, way);
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    response.destroy();
    if (!URL.canParse(headers.location, target)) throw new FetchProblem("bad-address");
    return new URL(headers.location, target).href;
  }
  const contentType = headers["content-type"] ?? "";
  return { url: target.href, status, contentType, body: await bodyOf(response, way.maxBytes) };
}

/** An address of the host, once all of them have been found good. */
async function checkedAddress(target: URL, { resolve, mayCall }: Way): Promise<string> {
  const isWeb = target.protocol === "https:" || target.protocol === "http:";
  if (!isWeb || target.username || target.password) throw new FetchProblem("bad-address");
  const port = portOf(target);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host).catch(() => []);
  const [first] = addresses;
  if (first === undefined) throw new FetchProblem("no-host");
  if (addresses.every((address) => mayCall(address, port))) return first;
  throw new FetchProblem("private-address");
}

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === "https:" ? 443 : 80));

function request(target: URL, address: string, { signal }: Way): Promise<http.IncomingMessage> {
  const family = ipaddr.parse(address).kind() === "ipv4" ? 4 : 6;
  const pinned: LookupFunction = (_host, { all }, answer) =>
    all ? answer(null, [{ address, family }]) : answer(null, address, family);
  const { get } = target.protocol === "https:" ? https : http;
  const headers = { accept: "text/html, */*;q=0.5", "user-agent": "Folkmoot link check" };
  return new Promise((done, fail) => {
    get(target, { agent: false, lookup: pinned, signal, headers }, done).on("error", () =>
      fail(new FetchProblem(signal.aborted ? "too-slow" : "no-answer")),
    );
  });
}

async function bodyOf(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new FetchProblem("no-answer");
  }
  if (size > maxBytes) throw new FetchProblem("too-large");
  return Buffer.concat(chunks);
}
