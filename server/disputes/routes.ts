import * as contract from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { answerSummons } from "./answer-summons.ts";
import { appealRuling } from "./appeal-ruling.ts";
import { readDisputedContent } from "./disputed-content.ts";
import { changeJuryDuty, listJuryPlaces, readJuryDuty } from "./jury-duty.ts";
import { answerQuestion, askParties, deliberate, readJuryRoom } from "./jury-room.ts";
import { closeMediation, proposeMediator } from "./mediation.ts";
import { commitNonce, tellNonce } from "./nonces.ts";
import { openDispute } from "./open-dispute.ts";
import { listDisputes, listPrecedents, readDispute, readDraw } from "./read-disputes.ts";
import { changeSettings, readSettings } from "./settings.ts";
import { signForDecision, withdrawSignature } from "./signatures.ts";
import { addStatement, closeStatements } from "./statements.ts";
import { commitVote, tellVote } from "./vote.ts";
import { withdrawDispute } from "./withdraw-dispute.ts";

/** How a community settles what its members dispute. */
export function disputeRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readJuryDuty, (call) => readJuryDuty(deps, call));
  mount(contract.changeJuryDuty, (call) => changeJuryDuty(deps, call));
  mount(contract.listJuryPlaces, (call) => listJuryPlaces(deps, call));
  mount(contract.readDisputedContent, (call) => readDisputedContent(deps, call));
  mount(contract.readDisputeSettings, (call) => readSettings(deps, call));
  mount(contract.changeDisputeSettings, (call) => changeSettings(deps, call));
  mount(contract.openDispute, (call) => openDispute(deps, call));
  mount(contract.listDisputes, (call) => listDisputes(deps, call));
  mount(contract.readDispute, (call) => readDispute(deps, call));
  mount(contract.readDraw, (call) => readDraw(deps, call));
  mount(contract.listPrecedents, (call) => listPrecedents(deps, call));
  mount(contract.withdrawDispute, (call) => withdrawDispute(deps, call));
  mount(contract.proposeMediator, (call) => proposeMediator(deps, call));
  mount(contract.closeMediation, (call) => closeMediation(deps, call));
  mount(contract.addDisputeStatement, (call) => addStatement(deps, call));
  mount(contract.closeStatements, (call) => closeStatements(deps, call));
  mount(contract.commitNonce, (call) => commitNonce(deps, call));
  mount(contract.tellNonce, (call) => tellNonce(deps, call));
  mount(contract.answerSummons, (call) => answerSummons(deps, call));
  mount(contract.readJuryRoom, (call) => readJuryRoom(deps, call));
  mount(contract.askParties, (call) => askParties(deps, call));
  mount(contract.answerQuestion, (call) => answerQuestion(deps, call));
  mount(contract.deliberate, (call) => deliberate(deps, call));
  mount(contract.commitVote, (call) => commitVote(deps, call));
  mount(contract.tellVote, (call) => tellVote(deps, call));
  mount(contract.appealRuling, (call) => appealRuling(deps, call));
  mount(contract.signForDecision, (call) => signForDecision(deps, call));
  mount(contract.withdrawSignature, (call) => withdrawSignature(deps, call));
}
