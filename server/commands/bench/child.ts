import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A limit that runs in a process of its own, as the product does. */
export interface Limit {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a script of this folder that sends `{ url }` once it listens. */
export async function startLimit(script: URL, env: Record<string, string>): Promise<Limit> {
  const child: ChildProcess = fork(script, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return {
    url,
    async stop() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
