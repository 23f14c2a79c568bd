import type { Logger } from "pino";

/** Where things are logged. Never personal data, never bodies, never SQL with its parameters. */
export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;
