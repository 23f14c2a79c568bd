import * as hearing from "#shared/contract/panel-hearing.ts";
import * as contract from "#shared/contract/panel-room.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { answerAsExpert, comeToHearing, readHearing, testify } from "./as-expert.ts";
import { editRoom, readRoom } from "./edit-room.ts";
import { dismissExpert, nameExpert } from "./experts.ts";
import { answerForExpert, askExperts, removeQuestion } from "./hearing.ts";
import { enterAdopted, propose, vote, withdrawOwn } from "./recommendations.ts";

/** Where a panel works. */
export function panelRoomRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readPanelRoom, (call) => readRoom(deps, call));
  mount(contract.editPanelRoom, (call) => editRoom(deps, call));
  mount(contract.askPanelExperts, (call) => askExperts(deps, call));
  mount(contract.answerPanelQuestion, (call) => answerForExpert(deps, call));
  mount(contract.removePanelQuestion, (call) => removeQuestion(deps, call));
  mount(hearing.namePanelExpert, (call) => nameExpert(deps, call));
  mount(hearing.dismissPanelExpert, (call) => dismissExpert(deps, call));
  mount(hearing.comeToHearing, (call) => comeToHearing(deps, call));
  mount(hearing.readHearing, (call) => readHearing(deps, call));
  mount(hearing.testify, (call) => testify(deps, call));
  mount(hearing.answerInHearing, (call) => answerAsExpert(deps, call));
  mount(contract.proposeRecommendation, (call) => propose(deps, call));
  mount(contract.voteOnRecommendation, (call) => vote(deps, call));
  mount(contract.enterPanelRecommendation, (call) => enterAdopted(deps, call));
  mount(contract.withdrawRecommendation, (call) => withdrawOwn(deps, call));
}
