import * as suggestions from "#shared/contract/suggestions.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { acceptSuggestion, declineSuggestion, takeBackSupport } from "./answer-suggestion.ts";
import { listSuggestions } from "./list-suggestions.ts";
import { suggestWording } from "./suggest-wording.ts";

/** Other words for others' claims. */
export function suggestionRoutes(mount: Mount, deps: Deps): void {
  mount(suggestions.suggestWording, (call) => suggestWording(deps, call));
  mount(suggestions.listSuggestions, (call) => listSuggestions(deps, call));
  mount(suggestions.acceptSuggestion, (call) => acceptSuggestion(deps, call));
  mount(suggestions.takeBackSupport, (call) => takeBackSupport(deps, call));
  mount(suggestions.declineSuggestion, (call) => declineSuggestion(deps, call));
}
