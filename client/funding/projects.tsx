import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { Community } from "#shared/contract/communities.ts";
import { type FundingProject, withdrawProject } from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { FlagButton, Moderated } from "../moderation/public.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { useMoney } from "./money.ts";
import { ProjectForm } from "./project-form.tsx";
import { ProjectWay } from "./project-way.tsx";
import { refreshFunding } from "./queries.ts";
import type { RoundProps } from "./props.ts";

interface ProjectProps extends RoundProps {
  project: FundingProject;
}

function Withdraw({ project, view: { round }, community }: ProjectProps) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const params = { communityId: community.id, roundId: round.id, projectId: project.id };
  const act = useMutation({
    mutationFn: () => call(withdrawProject, { params }),
    onSuccess: () => refreshFunding(cache, community.id),
  });
  return (
    <>
      <Button size="small" variant="quiet" icon="withdraw" onClick={() => setAsked(true)}>
        {t("project.withdraw")}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t("project.withdraw")}
        confirmLabel={t("project.withdraw")}
        danger
        busy={act.isPending}
        error={act.error}
        onConfirm={() => act.mutate()}
      >
        {t("project.withdraw-means", { title: project.title })}
      </ConfirmDialog>
    </>
  );
}

function Details({ project }: { project: FundingProject }) {
  const { t } = useTranslation("funding");
  const { summary, team, milestones, openness } = project;
  if (summary === "" && team === "" && milestones.length === 0 && openness === "") return null;
  return (
    <div className="mt-3 max-w-measure space-y-3">
      {summary !== "" && <Markdown source={summary} top={4} />}
      {team !== "" && (
        <p>
          <span className="text-muted">{t("project.team")}:</span> <bdi>{team}</bdi>
        </p>
      )}
      {milestones.length > 0 && (
        <div>
          <h4 className="text-sm text-muted">{t("project.milestones")}</h4>
          <ul className="list-disc ps-5">
            {milestones.map(({ title, weeks }) => (
              <li key={`${weeks} ${title}`}>
                <bdi>{title}</bdi>{" "}
                <span className="text-muted">{t("project.weeks", { count: weeks })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {openness !== "" && (
        <div>
          <h4 className="text-sm text-muted">{t("project.openness")}</h4>
          <Markdown source={openness} top={4} />
        </div>
      )}
    </div>
  );
}

function Project(props: ProjectProps) {
  const { t } = useTranslation("funding");
  const { project, view, community } = props;
  const nameOf = useNameOf();
  const money = useMoney(view.round.currency);
  const [isEdited, setEdited] = useState(false);
  const isOpen = view.round.phase === "proposals";
  const mayTakeBack = isOpen && (project.isMine || view.can.steer);
  if (isEdited && isOpen) {
    return (
      <Card as="li">
        <ProjectForm
          communityId={community.id}
          roundId={view.round.id}
          currency={view.round.currency}
          project={project}
          onDone={() => setEdited(false)}
        />
      </Card>
    );
  }
  const { id, cost, least } = project;
  const subject = { kind: "project" as const, id };
  return (
    <Card as="li">
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 text-lg">
          <bdi>{project.title}</bdi>
        </h3>
        <FlagButton subject={subject} authorId={project.proposer.id} />
      </div>
      <p className="tabular-nums">
        {t("project.asks", { cost: money(cost) })}
        {least < cost && ` · ${t("project.at-least", { least: money(least) })}`}
        <span className="text-sm text-muted">
          {" · "}
          <bdi>{nameOf(project.proposer)}</bdi>
        </span>
      </p>
      <ProjectWay {...props} />
      <Moderated subject={subject} mark={project.moderation} authorId={project.proposer.id}>
        <Details project={project} />
      </Moderated>
      {mayTakeBack && (
        <p className="mt-3 flex gap-2">
          {project.isMine && view.can.propose && !isOutOfSight(project.moderation) && (
            <Button size="small" icon="edit" onClick={() => setEdited(true)}>
              {t("project.edit")}
            </Button>
          )}
          <Withdraw {...props} />
        </p>
      )}
    </Card>
  );
}

function Propose({
  view: { round },
  community,
}: {
  view: RoundProps["view"];
  community: Community;
}) {
  const { t } = useTranslation("funding");
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button icon="plus" variant="primary" onClick={() => setOpen(true)}>
        {t("project.new")}
      </Button>
    );
  }
  return (
    <Card>
      <ProjectForm
        communityId={community.id}
        roundId={round.id}
        currency={round.currency}
        onDone={() => setOpen(false)}
      />
    </Card>
  );
}

/** The projects of a round, and where one more is proposed. */
export function Projects(props: RoundProps) {
  const { t } = useTranslation("funding");
  const { projects, can } = props.view;
  return (
    <section className="space-y-4">
      <h2 className="text-2xl">{t("project.heading", { count: projects.length })}</h2>
      {can.propose && <Propose {...props} />}
      {projects.length === 0 && <p className="text-muted">{t("project.none")}</p>}
      <ul className="space-y-4">
        {projects.map((project) => (
          <Project key={project.id} project={project} {...props} />
        ))}
      </ul>
    </section>
  );
}
