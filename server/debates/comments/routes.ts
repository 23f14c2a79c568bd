import * as comments from "#shared/contract/comments.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { findWellPut, takeBackWellPut } from "./acknowledge.ts";
import { listComments, readTalk } from "./list-comments.ts";
import { addComment, editComment, withdrawComment } from "./write-comment.ts";

/** What is said about claims, and what is found well put. */
export function commentRoutes(mount: Mount, deps: Deps): void {
  mount(comments.readTalk, (call) => readTalk(deps, call));
  mount(comments.listComments, (call) => listComments(deps, call));
  mount(comments.addComment, (call) => addComment(deps, call));
  mount(comments.editComment, (call) => editComment(deps, call));
  mount(comments.withdrawComment, (call) => withdrawComment(deps, call));
  mount(comments.findWellPut, (call) => findWellPut(deps, call));
  mount(comments.takeBackWellPut, (call) => takeBackWellPut(deps, call));
}
