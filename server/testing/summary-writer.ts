import type { SummaryWriter } from "../platform/summary-writer.ts";

/** A model that says the same of everything. */
export const easyWriter: SummaryWriter = {
  model: "easy-model",
  host: "models.example.org",
  write: async () => "There is something to say [1].",
};
