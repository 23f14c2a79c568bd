import {
  addRule,
  createCommunity,
  editCommunity,
  editRule,
  listCharterVersions,
  listCommunities,
  readCommunity,
  readCommunityBySlug,
  retireRule,
} from "#shared/contract/communities.ts";
import {
  acceptInvitation,
  changeRole,
  createInvitation,
  decideRequest,
  handOverOwnership,
  joinCommunity,
  leaveCommunity,
  listArrivals,
  listInvitations,
  listMembers,
  listRequests,
  readInvitation,
  removeMember,
  renameMyself,
  requestToJoin,
  revokeInvitation,
  takeBackRequest,
} from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { acceptOne, lookAtInvitation } from "./accept-invitation.ts";
import { addCharterRule, editCharterRule, retireCharterRule } from "./change-charter.ts";
import { showArrivals } from "./list-arrivals.ts";
import { showCharterVersions } from "./list-charter-versions.ts";
import { giveRole, handOver } from "./change-role.ts";
import { decideOnRequest } from "./decide-request.ts";
import { changeSettings } from "./edit-community.ts";
import { createNewCommunity } from "./found-community.ts";
import { invite, revokeOne, showInvitations } from "./invite.ts";
import { joinOpenCommunity } from "./join-community.ts";
import { leave } from "./leave-community.ts";
import { showMembers } from "./list-members.ts";
import { discover, showCommunity, showCommunityBySlug } from "./read-community.ts";
import { remove } from "./remove-member.ts";
import { changeMyName } from "./rename-myself.ts";
import { askToJoin, showRequests, takeBack } from "./request-to-join.ts";

export function communityRoutes(mount: Mount, deps: Deps): void {
  mount(createCommunity, (call) => createNewCommunity(deps, call));
  mount(listCommunities, (call) => discover(deps, call));
  mount(readCommunityBySlug, (call) => showCommunityBySlug(deps, call));
  mount(readCommunity, (call) => showCommunity(deps, call));
  mount(editCommunity, (call) => changeSettings(deps, call));
  mount(addRule, (call) => addCharterRule(deps, call));
  mount(editRule, (call) => editCharterRule(deps, call));
  mount(retireRule, (call) => retireCharterRule(deps, call));
  mount(listCharterVersions, (call) => showCharterVersions(deps, call));

  mount(listMembers, (call) => showMembers(deps, call));
  mount(joinCommunity, (call) => joinOpenCommunity(deps, call));
  mount(renameMyself, (call) => changeMyName(deps, call));
  mount(leaveCommunity, (call) => leave(deps, call));
  mount(removeMember, (call) => remove(deps, call));
  mount(changeRole, (call) => giveRole(deps, call));
  mount(handOverOwnership, (call) => handOver(deps, call));

  mount(requestToJoin, (call) => askToJoin(deps, call));
  mount(takeBackRequest, (call) => takeBack(deps, call));
  mount(listRequests, (call) => showRequests(deps, call));
  mount(decideRequest, (call) => decideOnRequest(deps, call));
  mount(createInvitation, (call) => invite(deps, call));
  mount(listInvitations, (call) => showInvitations(deps, call));
  mount(listArrivals, (call) => showArrivals(deps, call));
  mount(revokeInvitation, (call) => revokeOne(deps, call));
  mount(readInvitation, (call) => lookAtInvitation(deps, call));
  mount(acceptInvitation, (call) => acceptOne(deps, call));
}
