import { createContext, use } from "react";
import type { OutlineModel } from "./outline/use-outline-model.ts";
import type { LiveOutline } from "./queries.ts";

/** What the views of an argument share: going from one to another keeps what one opened, wrote and revealed. */
export interface ArgumentHere {
  readonly outline: LiveOutline;
  readonly model: OutlineModel;
}

export const ArgumentContext = createContext<ArgumentHere | null>(null);

export function useArgument(): ArgumentHere {
  const here = use(ArgumentContext);
  if (!here) throw new Error("no argument around this component");
  return here;
}
