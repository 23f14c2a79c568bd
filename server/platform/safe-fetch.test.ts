import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FetchOptions, type FetchProblem, isPublic, safeFetch } from "./safe-fetch.ts";

/** Hosts that all mean this machine, its network, or nothing of the public internet. */
const hostile = `
  127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.1 017700000001
  0177.0.0.1 0177.0.0.01 0x7f.0x0.0x0.0x1 127.0.0.1. ①②⑦.⓪.⓪.① 0.0.0.0 0 0x0 00 0.1.2.3
  10.0.0.1 10.255.255.255 167772161 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255
  0xc0a80001 3232235521 169.254.169.254 169.254.0.1 2852039166 0xa9fea9fe
  0251.0376.0251.0376 100.64.0.1 100.127.255.254 192.0.0.1 192.0.2.1 192.88.99.1
  198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1]
  [::ffff:169.254.169.254] [::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::10.0.0.1]
  [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::] [fe80::1] [febf::1] [fec0::1]
  [fc00::1] [fd00:ec2::254] [ff02::1] [ff0e::1] [2001:db8::1] [100::1]
  [::ffff:0:127.0.0.1] [4000::1] localhost LOCALHOST localhost. a.localhost
`
  .trim()
  .split(/\s+/);

let canary: Server;
let good: Server;
let port = 0;
let calls = 0;
let answer: RequestListener = (_request, response) => response.end("good");

/** Headers hold no other letters. */
const ascii = (host: string) => host.replaceAll(/[^\x20-\x7e]/gu, encodeURIComponent);

const listen = (server: Server, at: number, host: string) =>
  new Promise<void>((done) => void server.listen(at, host, done));

beforeAll(async () => {
  canary = createServer((_request, response) => response.end("canary"));
  canary.on("connection", () => void (calls += 1));
  await listen(canary, 0, "127.0.0.1");
  ({ port } = canary.address() as AddressInfo);
  good = createServer((request, response) => answer(request, response));
  await listen(good, port, "127.0.0.2");
});
beforeEach(() => {
  calls = 0;
});
afterAll(() => {
  canary.close();
  good.close();
});

/** As in earnest, but that the canary's port is as good as 80, and one server may be called. */
const options: FetchOptions = {
  mayCall: (address, at) => at === port && (isPublic(address) || address === "127.0.0.2"),
  resolve: async (host) => (host === "good.example" ? ["127.0.0.2"] : ["127.0.0.1"]),
  timeoutMs: 2_000,
};
const faultOf = (url: string, with_: FetchOptions = options) =>
  safeFetch(url, with_).then(
    () => "none",
    (error: FetchProblem) => error.fault,
  );

describe("fetching what people name", () => {
  it("brings a page of a server that may be called", async () => {
    const page = await safeFetch(`http://good.example:${port}/a`, options);
    expect([page.status, page.body.toString()]).toEqual([200, "good"]);
    // The canary sings where it is let: its silence below says something.
    await safeFetch(`http://127.0.0.1:${port}/`, { ...options, mayCall: () => true });
    expect(calls).toBe(1);
  });

  it("calls none of at least sixty addresses of this machine and its network, named or sent on to", async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    const faults = await Promise.all(hostile.map((host) => faultOf(`http://${host}:${port}/`)));
    expect(hostile.filter((_, at) => !/^(private|bad)-address$/.test(faults[at] ?? ""))).toEqual(
      [],
    );
    for (const host of hostile) {
      answer = (_request, response) =>
        response.writeHead(302, { location: `http://${ascii(host)}:${port}/` }).end();
      expect(await faultOf(`http://good.example:${port}/`)).toMatch(/^(private|bad)-address$/);
    }
    expect(calls).toBe(0);
  });

  it("goes to the address that was checked, though the name has changed its mind", async () => {
    answer = (_request, response) => response.end("good");
    const answers = [["127.0.0.2"], ["127.0.0.1"]];
    const resolve = async () => answers.shift() ?? [];
    const page = await safeFetch(`http://rebind.example:${port}/`, { ...options, resolve });
    expect(page.body.toString()).toBe("good");
    expect([answers.length, calls]).toEqual([1, 0]);
    const mixed = { ...options, resolve: async () => ["127.0.0.2", "127.0.0.1"] };
    expect(await faultOf(`http://mixed.example:${port}/`, mixed)).toBe("private-address");
    expect(calls).toBe(0);
  });

  it("keeps to the web: no other scheme, no name and password, no other port", async () => {
    for (const url of ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "x"]) {
      expect(await faultOf(url)).toBe("bad-address");
    }
    expect(await faultOf(`http://me:secret@good.example:${port}/`)).toBe("bad-address");
    const publicly = { resolve: async () => ["93.184.215.14"] };
    for (const other of [22, 25, 5432, 6379, 8080]) {
      expect(await faultOf(`http://example.org:${other}/`, publicly)).toBe("private-address");
    }
  });

  it("gives up on what is too large, too slow, or sends on and on", async () => {
    answer = (_request, response) => response.end(Buffer.alloc(5_000));
    const small = { ...options, maxBytes: 4_999 };
    expect(await faultOf(`http://good.example:${port}/`, small)).toBe("too-large");
    answer = (_request, response) => response.writeHead(302, { location: "/again" }).end();
    expect(await faultOf(`http://good.example:${port}/`)).toBe("too-many-redirects");
    answer = () => undefined;
    const hasty = { ...options, timeoutMs: 100 };
    expect(await faultOf(`http://good.example:${port}/`, hasty)).toBe("too-slow");
  });

  it("knows public addresses", () => {
    for (const address of ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1"]) {
      expect(isPublic(address)).toBe(true);
    }
  });
});
