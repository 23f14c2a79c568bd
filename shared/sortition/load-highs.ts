import loader, { type Highs, type InitOptions } from "highs";

/** Loads the solver. The package's types tell its CommonJS form; as an ES module its default is the loader itself. */
export const loadHighs = loader as unknown as (options?: InitOptions) => Promise<Highs>;
