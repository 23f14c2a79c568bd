import { createDatabase } from "#db/testing.ts";
import { type Options, startServerOn, type TestServer } from "./server-on.ts";

export type { TestServer };

/** A whole server on a database of its own: real PostgreSQL, real HTTP, real sockets. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  return startServerOn(await createDatabase(), options);
}
