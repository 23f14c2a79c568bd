import autocannon from "autocannon";

/** What one connection sends, again and again. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** The next request of a connection. */
  next(connection: number): Sent;
}

/** Sends as fast as answers come, each connection one request at a time; every answer must be a good one. */
export async function load(url: string, { connections, seconds, next }: Load) {
  let opened = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: "PUT",
    setupClient(client) {
      const connection = opened;
      opened += 1;
      client.setRequests([
        {
          method: "PUT",
          setupRequest(request) {
            const { path, headers, body } = next(connection);
            return {
              ...request,
              path,
              headers: { ...headers, "content-type": "application/json" },
              body: JSON.stringify(body),
            };
          },
        },
      ]);
    },
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} requests to ${url} were refused`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}
