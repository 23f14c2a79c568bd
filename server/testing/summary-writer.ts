import type { SummaryWriter } from "../platform/summary-writer.ts";

/** A model that says the same of everything, and cites the first statement that it was sent. */
export const easyWriter: SummaryWriter = {
  model: "easy-model",
  host: "models.example.org",
  write: async (text) => `There is something to say ${/^\[\d+\]/m.exec(text)?.[0] ?? "[1]"}.`,
};
