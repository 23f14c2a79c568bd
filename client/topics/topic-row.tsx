import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { restoreTopic, retireTopic, type Topic } from "#shared/contract/topics.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { refreshTopics } from "./queries.ts";
import { EditTopicForm } from "./topic-form.tsx";
import { useTopicName } from "./topic-name.ts";

export interface Moves {
  /** Undefined at the end of the list. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

interface TopicProps {
  community: Community;
  topic: Topic;
}

function useRetirement(communityId: string, { id, isRetired }: Topic) {
  const cache = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () =>
      call(isRetired ? restoreTopic : retireTopic, { params: { communityId, topicId: id } }),
    onSuccess: () => refreshTopics(cache, communityId),
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast({ title: detail ?? title, tone: "danger" });
    },
  });
}

interface ControlsProps extends TopicProps {
  name: string;
  moves: Moves | undefined;
  onEdit: () => void;
}

function Controls({ community, topic, name, moves, onEdit }: ControlsProps) {
  const { t } = useTranslation("topics");
  const retirement = useRetirement(community.id, topic);
  const label = t("actionsFor", { name });
  return (
    <div className="flex shrink-0 items-center">
      {moves && (
        <>
          <IconButton
            icon="up"
            label={t("up", { name })}
            disabled={moves.up === undefined}
            onClick={moves.up}
          />
          <IconButton
            icon="down"
            label={t("down", { name })}
            disabled={moves.down === undefined}
            onClick={moves.down}
          />
        </>
      )}
      <Menu label={label} trigger={(props) => <IconButton {...props} icon="more" label={label} />}>
        <MenuItem icon="edit" onSelect={onEdit}>
          {t("edit")}
        </MenuItem>
        <MenuItem
          icon={topic.isRetired ? "undo" : "archive"}
          hint={topic.isRetired ? undefined : t("retireHint")}
          onSelect={() => retirement.mutate()}
        >
          {t(topic.isRetired ? "restore" : "retire")}
        </MenuItem>
      </Menu>
    </div>
  );
}

interface TopicRowProps extends TopicProps {
  /** Whether the reader may change it. */
  isDefined: boolean;
  moves?: Moves | undefined;
}

/** One topic: what belongs there, how many debates do, and the way to them. */
export function TopicRow({ community, topic, isDefined, moves }: TopicRowProps) {
  const { t } = useTranslation(["topics", "communities"]);
  const [isEdited, setIsEdited] = useState(false);
  const name = useTopicName()(topic.id, topic.name);
  if (isEdited) {
    return (
      <li className="border-t border-line py-4">
        <EditTopicForm communityId={community.id} topic={topic} onDone={() => setIsEdited(false)} />
      </li>
    );
  }
  return (
    <li className="flex min-h-14 items-start gap-3 border-t border-line py-row">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/c/$slug"
            params={{ slug: community.slug }}
            search={{ topic: topic.id }}
            className="font-serif text-lg leading-7 font-semibold wrap-anywhere no-underline hover:text-accent"
          >
            <bdi>{name}</bdi>
          </Link>
          {topic.isRetired && <Badge>{t("retired")}</Badge>}
        </p>
        {topic.description && (
          <p dir="auto" lang={community.language} className="wrap-anywhere">
            {topic.description}
          </p>
        )}
        <p className="text-sm text-muted">
          {t("communities:counts.debates", { count: topic.debateCount })}
        </p>
      </div>
      {isDefined && (
        <Controls
          community={community}
          topic={topic}
          name={name}
          moves={moves}
          onEdit={() => setIsEdited(true)}
        />
      )}
    </li>
  );
}
