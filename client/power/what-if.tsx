import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { NamedCase } from "#shared/power-report/decided-case.ts";
import { comparable } from "#shared/power-report/under-weightings.ts";
import { type OtherMethod, otherMethods, whatIf } from "#shared/power-report/what-if.ts";
import { useOptions } from "../decisions/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { namelessVotesQuery, type Votes, votesQuery } from "./queries.ts";
import { type Telling, weightingInWords } from "./telling.ts";

interface Tried {
  /** the place in the list of other methods and weightings; empty for what is in force */
  readonly method: string;
  readonly weighting: string;
  readonly sybils: string;
  readonly sybilsFor: string;
  readonly whale: string;
  readonly whaleFor: string;
}

const unchanged: Tried = {
  method: "",
  weighting: "",
  sybils: "0",
  sybilsFor: "",
  whale: "0",
  whaleFor: "",
};

/** Beyond that a page would stand still while it counts: the bundle and the command are for that. */
const mostElectors = 50_000;
const most = { sybils: 100_000, whale: 99 } as const;
const wholeIn = (text: string, limit: number) => {
  const number = Math.floor(Number(text));
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 0), limit);
};

/** The decision as kernels take it, from what the server told. */
function caseOf(decision: DecisionView, votes: Votes): NamedCase {
  return {
    poll: {
      options: decision.options.map(({ id }) => id),
      settings: decision.settings,
      quorum: decision.quorum,
      threshold: decision.threshold,
      unit: BigInt(decision.unit),
    },
    weighting: decision.weighting,
    electors: votes.electors.map(({ tokens, weight, ...elector }) => ({
      ...elector,
      tokens: tokens === null ? null : BigInt(tokens),
      weight: BigInt(weight),
    })),
    ballots: votes.ballots,
    delegations: votes.delegations,
    capPercent: votes.capPercent,
  };
}

interface FieldsProps {
  decided: NamedCase;
  decision: DecisionView;
  methods: readonly OtherMethod[];
  tried: Tried;
  telling: Telling;
  onChange: (change: Partial<Tried>) => void;
}

function RuleFields({ decided, methods, tried, telling, onChange }: FieldsProps) {
  const { t } = telling;
  const weightings = comparable(decided);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {methods.length > 0 && (
        <Select
          name="what-if-method"
          required={false}
          label={t("what-if.method")}
          value={tried.method}
          onChange={({ target }) => onChange({ method: target.value })}
        >
          <option value="">{t("what-if.as-is")}</option>
          {methods.map(({ settings: { method }, by }, at) => (
            <option key={method} value={at}>
              {t(`decisions:method.${method}.name`)} – {t(`what-if.by-${by}`)}
            </option>
          ))}
        </Select>
      )}
      <Select
        name="what-if-weighting"
        required={false}
        label={t("weightings.weighting")}
        value={tried.weighting}
        onChange={({ target }) => onChange({ weighting: target.value })}
      >
        <option value="">{t("what-if.as-is")}</option>
        {weightings.map((one, at) => {
          const named = { kind: one.kind, percent: "percent" in one ? one.percent : null };
          const text = weightingInWords(named, telling);
          return (
            <option key={text} value={at}>
              {text}
            </option>
          );
        })}
      </Select>
    </div>
  );
}

interface NewcomerProps extends Pick<FieldsProps, "decision" | "tried" | "telling" | "onChange"> {
  what: "sybils" | "whale";
}

/** How many more vote, and for what. */
function NewcomerFields({ what, decision, tried, telling, onChange }: NewcomerProps) {
  const { t } = telling;
  const { options } = useOptions(decision);
  const whom = what === "sybils" ? "sybilsFor" : "whaleFor";
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name={`what-if-${what}`}
        required={false}
        type="number"
        min={0}
        max={most[what]}
        label={t(`what-if.${what}`)}
        hint={t(`what-if.${what}-hint`)}
        value={tried[what]}
        onChange={({ target }) => onChange({ [what]: target.value })}
      />
      <Select
        name={`what-if-${what}-for`}
        required={false}
        label={t(`what-if.${what}-for`)}
        value={tried[whom]}
        onChange={({ target }) => onChange({ [whom]: target.value })}
      >
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** Counts what was tried on this machine; nothing of it is sent or kept. */
function useTried(decided: NamedCase, tried: Tried, methods: readonly OtherMethod[]) {
  return useMemo(() => {
    const [first = ""] = decided.poll.options;
    const sybils = wholeIn(tried.sybils, most.sybils);
    const whale = wholeIn(tried.whale, most.whale);
    return whatIf(decided, {
      method: tried.method === "" ? null : (methods[Number(tried.method)] ?? null),
      weighting:
        tried.weighting === "" ? null : (comparable(decided)[Number(tried.weighting)] ?? null),
      sybils: sybils > 0 ? { count: sybils, option: tried.sybilsFor || first } : null,
      whale: whale > 0 ? { percent: whale, option: tried.whaleFor || first } : null,
    });
  }, [decided, tried, methods]);
}

function Trying(props: { decision: DecisionView; votes: Votes; telling: Telling }) {
  const { decision, votes, telling } = props;
  const { t, titles, words } = telling;
  const decided = useMemo(() => caseOf(decision, votes), [decision, votes]);
  const methods = useMemo(() => otherMethods(decision.settings), [decision.settings]);
  const [tried, setTried] = useState(unchanged);
  const { tally, outcome } = useTried(decided, useDeferredValue(tried), methods);
  const onChange = (change: Partial<Tried>) => setTried((before) => ({ ...before, ...change }));
  const fields = { decided, decision, methods, tried, telling, onChange };
  return (
    <div className="max-w-3xl space-y-4">
      <RuleFields {...fields} />
      <NewcomerFields {...fields} what="sybils" />
      <NewcomerFields {...fields} what="whale" />
      <Banner tone="warn" icon="info">
        <strong className="font-semibold">{t("what-if.mark")}</strong>{" "}
        {t("what-if.found", {
          winners: titles(tally.winners),
          result: t(`result.${outcome.result}`),
          ballots: words.number(tally.ballots),
        })}
      </Banner>
    </div>
  );
}

/** Other rules, and other voters, tried on the ballots that there are. */
export function WhatIf({ decision, telling }: { decision: DecisionView; telling: Telling }) {
  const { communityId, id: decisionId } = decision;
  const isNameless = decision.secrecy === "secret";
  const isTooLarge = (decision.electorate.size ?? 0) > mostElectors;
  const named = votesQuery({ communityId, decisionId });
  const query = useQuery({ ...named, enabled: !isNameless && !isTooLarge });
  const nameless = useQuery({
    ...namelessVotesQuery(decision),
    enabled: isNameless && !isTooLarge,
  });
  if (isTooLarge) {
    const most = telling.words.number(mostElectors);
    return <p className="text-muted">{telling.t("what-if.too-many", { most })}</p>;
  }
  return (
    <Loaded query={isNameless ? nameless : query}>
      {(votes) => <Trying decision={decision} votes={votes} telling={telling} />}
    </Loaded>
  );
}
