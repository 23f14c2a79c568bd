import type { FastifyInstance } from "fastify";

const sweepEveryMs = 50;
const patienceMs = 5_000;

/**
 * Lets a closing server end as soon as its last reply is out. A browser keeps its connection open after a reply, and
 * the server would wait for it to time out; a client that does not finish its request in five seconds is cut off.
 */
export function registerDraining(app: FastifyInstance): void {
  const { server } = app;
  app.addHook("preClose", () => {
    const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs);
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.once("close", () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
    // A server that never listened does not close.
    sweep.unref();
    cut.unref();
    return Promise.resolve();
  });
}
