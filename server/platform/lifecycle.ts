import { StartProblem } from "#db/start-problem.ts";

/** Where the life of the process is told: a logger, or the terminal before there is one. */
export interface LifeLog {
  info(message: string): void;
  error(message: string): void;
}

export interface Lifecycle {
  /** Names something that must end well. What was started last ends first. */
  onStop(name: string, end: () => Promise<void> | void): void;
  /** Ends everything, once; later calls wait for the same end. True when all of it ended in time. */
  stop(): Promise<boolean>;
  readonly stopping: boolean;
}

export interface Limits {
  /** How long one part may take before the next one is ended as well. */
  readonly step: number;
  /** How long all of it may take. */
  readonly total: number;
}

const usual: Limits = { step: 6000, total: 10_000 };

/** Keeps the order in which a process ends: the listener before the pool, the pool before the database. */
export function createLifecycle(log: LifeLog, limits: Limits = usual): Lifecycle {
  const parts: { name: string; end: () => Promise<void> | void }[] = [];
  let ending: Promise<boolean> | undefined;

  async function endAll(): Promise<boolean> {
    const deadline = Date.now() + limits.total;
    let isClean = true;
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const patience = Math.max(0, Math.min(limits.step, deadline - Date.now()));
      const outcome = await endWithin(part.end, patience);
      if (outcome === "ended") continue;
      isClean = false;
      log.error(`${part.name} did not end well: ${outcome}`);
    }
    return isClean;
  }

  return {
    onStop(name, end) {
      parts.push({ name, end });
    },
    stop() {
      ending ??= endAll();
      return ending;
    },
    get stopping() {
      return ending !== undefined;
    },
  };
}

async function endWithin(end: () => Promise<void> | void, patience: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `still busy after ${patience} ms`);
  });
  const done = (async () => {
    await end();
    return "ended";
  })().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  try {
    return await Promise.race([done, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs the program: `main` starts things and names each one to `onStop`. Ctrl-C, SIGTERM and SIGHUP end them in order;
 * a second Ctrl-C ends the process at once. A problem at the start is told in one sentence, with exit code 1.
 */
export async function runProgram(
  main: (life: Lifecycle) => Promise<void>,
  log: LifeLog = terminal,
): Promise<void> {
  const life = createLifecycle(log);
  const leave = async (code: number): Promise<void> => {
    const isClean = await life.stop();
    process.exit(isClean ? code : Math.max(code, 1));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (life.stopping && signal === "SIGINT") process.exit(130);
      if (!life.stopping) log.info("Stopping: requests in flight finish first.");
      void leave(0);
    });
  }
  const fail = (error: unknown): void => {
    if (!life.stopping) log.error(startSentence(error));
    void leave(1);
  };
  let isRunning = false;
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", (reason) => {
    // Once people are served, a forgotten promise is told but ends nobody's visit.
    if (isRunning) log.error(startSentence(reason));
    else fail(reason);
  });
  try {
    await main(life);
    isRunning = true;
  } catch (error) {
    fail(error);
  }
}

interface Facts {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
}

const causes: readonly { fits(facts: Facts): boolean; tell(facts: Facts): string }[] = [
  {
    fits: ({ code }) => code === "EADDRINUSE",
    tell: ({ port = 0 }) =>
      `Port ${port} is in use by another program: end that one, or choose another port with PORT=${port + 1} npm start.`,
  },
  {
    fits: ({ code, syscall }) => code === "EADDRNOTAVAIL" || syscall === "getaddrinfo",
    tell: ({ address }) =>
      `HOST ${address ?? ""} is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0, or leave it out.`,
  },
  {
    fits: ({ code, syscall }) => code === "EACCES" && syscall === "listen",
    tell: ({ port = 0 }) =>
      `Port ${port} may only be opened by an administrator: choose one above 1023, for example PORT=3000.`,
  },
  {
    fits: ({ code, path }) =>
      ["EACCES", "EPERM", "EROFS"].includes(code ?? "") && path !== undefined,
    tell: ({ path }) =>
      `${path} cannot be written: give this user the right to, or set DATA_FOLDER to a folder of its own.`,
  },
];

/** What went wrong at the start, for the person in front of the terminal. */
export function startSentence(error: unknown): string {
  if (!(error instanceof Error)) return `Folkmoot stopped: ${String(error)}`;
  if (error instanceof StartProblem) return error.message;
  const facts: Error & Facts = error;
  const cause = causes.find((each) => each.fits(facts));
  return cause?.tell(facts) ?? `Folkmoot stopped: ${error.stack ?? error.message}`;
}

const terminal: LifeLog = {
  info: (message) => void process.stdout.write(`${message}\n`),
  error: (message) => void process.stderr.write(`${message}\n`),
};
