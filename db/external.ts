import pg from "pg";
import { StartProblem } from "./start-problem.ts";

const oldest = 14;

/**
 * Makes sure that a PostgreSQL of others can be used.
 * @throws StartProblem naming the setting, what is wrong, and the way out.
 */
export async function checkExternal(setting: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ number: string }>(
      "select current_setting('server_version_num') as number",
    );
    refuseOld(setting, Number(answer.rows[0]?.number));
  } catch (error) {
    throw error instanceof StartProblem ? error : new StartProblem(tell(setting, url, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuseOld(setting: string, version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldest) return;
  throw new StartProblem(
    `${setting} leads to PostgreSQL ${major}, but at least version ${oldest} is needed: use a newer one, or leave ${setting} out for the embedded one.`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: start PostgreSQL, or correct host and port",
  ENOTFOUND: "there is no such host: correct the host name",
  EAI_AGAIN: "the host name cannot be looked up now: correct it, or mend the name service",
  ETIMEDOUT: "it does not answer: correct host and port, or open the firewall",
  EHOSTUNREACH: "the host cannot be reached: correct it, or mend the network",
  ENETUNREACH: "the network cannot be reached: correct the host, or mend the network",
  ECONNRESET: "it hung up, as a server does that is no PostgreSQL: correct host and port",
  "28P01": "it refuses the password: correct it",
  "28000": "it refuses this user: correct the user name, or let the user in",
  "3D000": "it has no such database: create it, or correct the name at the end of the address",
  "53300": "it takes no more connections: end some, or raise max_connections",
};

function tell(setting: string, url: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  const reason = reasons[/timeout/i.test(message) ? "ETIMEDOUT" : code] ?? message;
  return `${setting} (${withoutPassword(url)}) cannot be used, because ${reason}.`;
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  return `${address.host}${address.pathname}`;
}
