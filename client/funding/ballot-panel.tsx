import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  castFundingBallot,
  type FundingProject,
  takeBackFundingBallot,
} from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { isolated } from "../ui/isolated.ts";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import {
  ballotOf,
  type Choices,
  choicesOf,
  raised,
  toggledRank,
  usedBy,
  withChoice,
} from "./choices.ts";
import { useMoney } from "./money.ts";
import { refreshFunding } from "./queries.ts";
import type { RoundProps } from "./props.ts";

interface ChoiceProps extends RoundProps {
  project: FundingProject;
  choices: Choices;
  onChange: (choices: Choices) => void;
}

function useAsked({ view: { round }, project }: ChoiceProps) {
  const money = useMoney(round.currency);
  return money(project.cost);
}

function Approval(props: ChoiceProps) {
  const { project, choices, onChange } = props;
  return (
    <Checkbox
      name={`projects.${project.id}`}
      label={project.title}
      hint={useAsked(props)}
      checked={choices.has(project.id)}
      onChange={({ target }) => onChange(withChoice(choices, project.id, target.checked ? 1 : 0))}
    />
  );
}

function Ranked(props: ChoiceProps) {
  const { t } = useTranslation("funding");
  const { project, choices, onChange } = props;
  const place = choices.get(project.id);
  return (
    <div className="flex items-start gap-2">
      <Checkbox
        className="grow"
        name={`projects.${project.id}`}
        label={place === undefined ? project.title : `${place}. ${project.title}`}
        hint={useAsked(props)}
        checked={place !== undefined}
        onChange={() => onChange(toggledRank(choices, project.id))}
      />
      {place !== undefined && place > 1 && (
        <IconButton
          icon="up"
          label={t("ballot.raise", { title: isolated(project.title) })}
          onClick={() => onChange(raised(choices, project.id))}
        />
      )}
    </div>
  );
}

function Points(props: ChoiceProps) {
  const { project, choices, onChange, view } = props;
  const { settings } = view.round;
  const field = settings.form === "pledges" ? "credits" : "points";
  return (
    <TextField
      type="number"
      min={0}
      max={settings.most}
      step={1}
      className="max-w-72"
      name={`ballot.${field}.${project.id}`}
      label={project.title}
      hint={useAsked(props)}
      value={choices.get(project.id) ?? ""}
      onChange={({ target }) => {
        const typed = Math.floor(Number(target.value));
        const amount = Number.isFinite(typed) ? Math.max(0, typed) : 0;
        onChange(withChoice(choices, project.id, amount));
      }}
    />
  );
}

const rows = { approval: Approval, ranked: Ranked, cumulative: Points, pledges: Points } as const;

/** How much of the ballot is used, and what all that it names costs beside the budget. */
function Running({ view, choices }: RoundProps & { choices: Choices }) {
  const { t } = useTranslation("funding");
  const { settings, budget, currency } = view.round;
  const money = useMoney(currency);
  const used = usedBy(choices, settings.form);
  const named = view.projects.filter(({ id }) => choices.has(id));
  const cost = named.reduce((sum, project) => sum + project.cost, 0);
  return (
    <div role="status" className="rounded-md bg-sunken p-3 tabular-nums">
      <p className={used > settings.most ? "font-semibold text-danger" : undefined}>
        {t(`ballot.used-${settings.form}`, { used, most: settings.most })}
      </p>
      <p className="text-sm text-muted">
        {t("ballot.sum", { cost: money(cost), budget: money(budget) })}
      </p>
      <div aria-hidden="true" className="mt-2 h-2 overflow-hidden rounded-full bg-paper">
        <div
          className={cost > budget ? "h-full bg-warn" : "h-full bg-accent"}
          style={{ width: `${Math.min(100, (100 * cost) / budget)}%` }}
        />
      </div>
    </div>
  );
}

function useBallot({ view, community }: RoundProps, choices: Choices, onTaken: () => void) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const params = { communityId: community.id, roundId: view.round.id };
  const refresh = () => refreshFunding(cache, community.id);
  const cast = useMutation({
    mutationFn: () =>
      call(castFundingBallot, {
        params,
        body: { ballot: ballotOf(choices, view.round.settings.form) },
      }),
    onSuccess: async () => {
      toast({ tone: "good", title: t("ballot.kept") });
      await refresh();
    },
  });
  const takeBack = useMutation({
    mutationFn: () => call(takeBackFundingBallot, { params }),
    onSuccess: async () => {
      onTaken();
      await refresh();
    },
  });
  return { cast, takeBack };
}

/** Where one votes while a round takes votes. */
export function BallotPanel(props: RoundProps) {
  const { t } = useTranslation("funding");
  const { round, projects, ballot, can } = props.view;
  const { settings } = round;
  const [choices, setChoices] = useState<Choices>(() => choicesOf(ballot));
  const { cast, takeBack } = useBallot(props, choices, () => setChoices(new Map()));
  if (!can.vote) return <p className="text-muted">{t("ballot.not-yours")}</p>;
  const Row = rows[settings.form];
  return (
    <Card as="section">
      <h2 className="text-2xl">{t("ballot.heading")}</h2>
      <p className="mt-1 mb-4 max-w-measure text-muted">
        {t(`form-says.${settings.form}`, { count: settings.most })}{" "}
        {t(ballot ? "ballot.voted" : "ballot.changeable")}
      </p>
      <Form error={cast.error ?? takeBack.error} onSubmit={() => cast.mutate()}>
        <div className="space-y-3">
          {projects.map((project) => (
            <Row
              key={project.id}
              {...props}
              project={project}
              choices={choices}
              onChange={setChoices}
            />
          ))}
        </div>
        <Running {...props} choices={choices} />
        <FormActions>
          <Button type="submit" variant="primary" icon="decision" busy={cast.isPending}>
            {t(ballot ? "ballot.change" : "ballot.cast")}
          </Button>
          {ballot && (
            <Button variant="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {t("ballot.take-back")}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
