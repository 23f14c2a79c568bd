import { Logger, run, type Task, type TaskList } from "graphile-worker";
import type pg from "pg";
import {
  AskNewAddress,
  askNewAddress,
  GreetNewcomer,
  greetNewcomer,
  SendMail,
  sendMail,
  SendResetLink,
  sendResetLink,
} from "./accounts/public.ts";
import { tellDue } from "./commitments/public.ts";
import { announceCharter, CharterInForce } from "./communities/public.ts";
import type { Deps } from "./deps.ts";
import { factsOf } from "./platform/log.ts";
import { CheckLink, checkLink, runScheduledMove } from "./debates/public.ts";
import { tellEndings } from "./delegations/public.ts";
import {
  CountDecision,
  countMany,
  SettleDecision,
  settleDecision,
  settleDecisions,
} from "./decisions/public.ts";
import { SettleDispute, settleDispute, settleDisputes } from "./disputes/public.ts";
import {
  CountFunding,
  countEndedRound,
  SettleFunding,
  settleRound,
  settleRounds,
} from "./funding/public.ts";
import { forgetLatecomers, Latecomers } from "./leaving/public.ts";
import { settleModeration } from "./moderation/public.ts";
import {
  AnalyseOpinions,
  analyseOpinions,
  TellGroupNames,
  tellGroupNames,
} from "./opinions/public.ts";
import { computePanel, drawPanel, PanelJob } from "./panels/public.ts";
import { ReportPower, reportMissing, reportPower } from "./power/public.ts";
import { tellDueIncidents } from "./systems/public.ts";
import { tidyUp } from "./operations/tidy-up.ts";

/** What keeps an appointment: short, and due at its time. */
function appointments(deps: Deps): TaskList {
  return {
    "tidy-up": () => tidyUp(deps),
    "announce-charter": (payload) => announceCharter(deps, CharterInForce.parse(payload)),
    "move-debate": (payload) => runScheduledMove(deps, payload),
    "settle-decision": (payload) => settleDecision(deps, SettleDecision.parse(payload)),
    "settle-decisions": () => settleDecisions(deps),
    "settle-funding": (payload) => settleRound(deps, SettleFunding.parse(payload)),
    "settle-fundings": () => settleRounds(deps),
    "settle-dispute": (payload) => settleDispute(deps, SettleDispute.parse(payload)),
    "settle-disputes": () => settleDisputes(deps),
    "forget-latecomers": (payload) => forgetLatecomers(deps, Latecomers.parse(payload)),
    "draw-panel": (payload) => drawPanel(deps, PanelJob.parse(payload)),
    "tell-group-names": (payload) => tellGroupNames(deps, TellGroupNames.parse(payload)),
    "tell-due-commitments": () => tellDue(deps),
    "tell-due-incidents": () => tellDueIncidents(deps),
    "tell-endings": () => tellEndings(deps),
    "settle-moderation": () => settleModeration(deps),
  };
}

/** What people wait for when a vote is over; it may take minutes. */
function counts(deps: Deps): TaskList {
  return {
    "count-decision": (payload, { abortSignal }) =>
      countMany(deps, CountDecision.parse(payload), abortSignal),
    "count-funding": (payload, { abortSignal }) =>
      countEndedRound(deps, CountFunding.parse(payload), abortSignal),
    "compute-panel": (payload, { abortSignal }) =>
      computePanel(deps, PanelJob.parse(payload), abortSignal),
  };
}

/** What is computed again and again, minutes long. */
function analyses(deps: Deps): TaskList {
  return {
    "report-power": (payload) => reportPower(deps, ReportPower.parse(payload)),
    "report-missing-power": () => reportMissing(deps),
    "analyse-opinions": (payload, { abortSignal }) =>
      analyseOpinions(deps, AnalyseOpinions.parse(payload), abortSignal),
  };
}

/** What waits for machines of others. */
function errands(deps: Deps): TaskList {
  return {
    "greet-newcomer": (payload) => greetNewcomer(deps, GreetNewcomer.parse(payload)),
    "send-reset-link": (payload) => sendResetLink(deps, SendResetLink.parse(payload)),
    "ask-new-address": (payload) => askNewAddress(deps, AskNewAddress.parse(payload)),
    "send-mail": (payload) => sendMail(deps, SendMail.parse(payload)),
    "check-link": (payload) => checkLink(deps, CheckLink.parse(payload)),
  };
}

const quietlyAll = (list: TaskList): TaskList =>
  Object.fromEntries(Object.entries(list).map(([name, task]) => [name, quietly(task)]));

/** The queue logs and keeps what a failed job says; it must not repeat what people wrote. */
function quietly(task: Task | undefined): Task {
  return async (payload, helpers) => {
    try {
      await task?.(payload, helpers);
    } catch (error) {
      throw new Error(JSON.stringify(factsOf(error)));
    }
  };
}

const crontab = [
  "*/10 * * * * tidy-up",
  "* * * * * settle-decisions",
  "* * * * * settle-disputes",
  "* * * * * settle-fundings",
  "* * * * * report-missing-power",
  "* * * * * tell-due-commitments",
  "* * * * * tell-due-incidents",
  "*/10 * * * * tell-endings",
  "* * * * * settle-moderation",
].join("\n");

/** Of what is due at once hands hear; how often each looks for what has become due, in ms. */
const inTime = 500;
const nowAndThen = 2_000;

/** Each kind has hands of its own: however much is computed, and however slow others' machines are, a vote ends at its time and is counted. */
const kinds = [
  { tasks: appointments, concurrency: 2, pollInterval: inTime, crontab },
  { tasks: counts, concurrency: 2, pollInterval: nowAndThen, parsedCronItems: [] },
  { tasks: analyses, concurrency: 2, pollInterval: inTime, parsedCronItems: [] },
  { tasks: errands, concurrency: 3, pollInterval: nowAndThen, parsedCronItems: [] },
];

/** How many connections hear of new jobs. */
export const listeningJobs = kinds.length;

/**
 * Takes jobs from the queue in the database, whichever node is free.
 * @param pgPool as many of its connections as `listeningJobs` says are taken all the time
 */
export async function startJobs(deps: Deps, pgPool: pg.Pool): Promise<{ stop(): Promise<void> }> {
  const logger = new Logger(() => (level, message) => {
    if (level === "error") deps.log.error({ message }, "a job failed");
  });
  const runners = await Promise.all(
    kinds.map(({ tasks, ...kind }) =>
      run({ ...kind, pgPool, logger, noHandleSignals: true, taskList: quietlyAll(tasks(deps)) }),
    ),
  );
  return {
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}
