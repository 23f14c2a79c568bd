import { type Dispatch, startTransition } from "react";
import type { Action } from "./state.ts";

/** Opens or closes rows by hand. New rows take a slow phone long to draw: the press is answered before that. */
export function fold(dispatch: Dispatch<Action>, action: Action): void {
  startTransition(() => dispatch(action));
}
