import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, inject, it } from "vitest";
import { checkExternal } from "./external.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Something that speaks as an old PostgreSQL does, as far as the question for its version. */
async function oldServer(version: number): Promise<string> {
  const text = (value: string) => Buffer.from(`${value}\0`);
  const message = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const size = Buffer.alloc(4);
    size.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), size, body]);
  };
  const int = (bytes: number, value: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const column = [
    text("number"),
    int(4, 0),
    int(2, 0),
    int(4, 25),
    int(2, -1),
    int(4, -1),
    int(2, 0),
  ];
  const value = Buffer.from(String(version));
  const ready = message("Z", Buffer.from("I"));
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int(4, 0)), ready]));
      socket.once("data", () =>
        socket.write(
          Buffer.concat([
            message("T", int(2, 1), ...column),
            message("D", int(2, 1), int(4, value.length), value),
            message("C", text("SELECT 1")),
            ready,
          ]),
        ),
      );
    });
    socket.on("error", () => undefined);
  });
  servers.push(server);
  return `postgres://me:hunter2@${await listening(server)}/moot`;
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
    });
  });
}

async function complaint(url: string): Promise<string> {
  const outcome = await checkExternal("DATABASE_URL", url).catch((error: unknown) => error);
  return outcome instanceof Error ? outcome.message : "accepted";
}

describe("a PostgreSQL of others", () => {
  it("is accepted when it answers and is new enough", async () => {
    expect(await complaint(inject("postgres").ownerUrl)).toBe("accepted");
  });

  it.each([
    [
      "nobody listens",
      () => Promise.resolve("postgres://me:hunter2@127.0.0.1:9/moot"),
      "nothing listens",
    ],
    [
      "there is no such host",
      () => Promise.resolve("postgres://me:hunter2@no.invalid/moot"),
      "host",
    ],
    ["it is too old", () => oldServer(130_011), "PostgreSQL 13, but at least version 14"],
    [
      "the password is wrong",
      () => changed((url) => (url.password = "hunter2")),
      "refuses the password",
    ],
    ["the user is unknown", () => changed((url) => (url.username = "stranger")), "refuses"],
    [
      "the database is missing",
      () => changed((url) => (url.pathname = "/none")),
      "no such database",
    ],
  ])("is refused in one sentence without the password when %s", async (_case, url, reason) => {
    const told = await complaint(await url());
    expect(told).toContain("DATABASE_URL");
    expect(told).toContain(reason);
    expect(told).not.toContain("hunter2");
    expect(told).not.toContain("\n");
  });
});

function changed(change: (url: URL) => void): Promise<string> {
  const url = new URL(inject("postgres").ownerUrl);
  change(url);
  return Promise.resolve(url.href);
}
