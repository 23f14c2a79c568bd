import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { phasesToAddStatements, type Statement } from "#shared/contract/statements.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { toast } from "../ui/toast.ts";
import { deedOf, Fields, type Words } from "./act-dialog.tsx";
import { isSaid, type Thing } from "./details.ts";
import { communityQuery, moderationKey } from "./queries.ts";

const kind = "merge";

interface JoinFormProps {
  community: Community;
  thing: Thing;
  onClose: () => void;
}

function JoinForm({ community, thing, onClose }: JoinFormProps) {
  const { t } = useTranslation("moderation");
  const queries = useQueryClient();
  const [words, setWords] = useState<Words>({
    rule: "",
    reason: "",
    days: "",
    isSpam: false,
    details: {},
  });
  const join = useMutation({
    mutationFn: () =>
      call(moderate, {
        params: { communityId: community.id },
        body: { ...deedOf(kind, words), ...words.details, subject: thing.subject },
      }),
    onSuccess: () => {
      toast({ title: t("act.done"), tone: "good" });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey(community.id) }),
  });
  return (
    <Form error={join.error} onSubmit={() => join.mutate()}>
      <blockquote className="border-s-3 border-line-strong ps-4 font-serif text-lg">
        <bdi>{thing.excerpt}</bdi>
      </blockquote>
      <Fields {...{ community, kind, thing, words }} onChange={setWords} />
      <SubmitOrCancel
        label={t("do.merge")}
        busy={join.isPending}
        disabled={!isSaid(kind, words.details)}
        onCancel={onClose}
      />
    </Form>
  );
}

function JoinDialog({ thing, onClose }: Omit<JoinFormProps, "community">) {
  const { t } = useTranslation("moderation");
  const { slug } = useDebate();
  const query = useQuery(communityQuery(slug));
  return (
    <Dialog open onClose={onClose} title={t("join.title")} description={t("means.merge-statement")}>
      <Loaded query={query}>
        {(community) => <JoinForm {...{ community, thing, onClose }} />}
      </Loaded>
    </Dialog>
  );
}

/** At a statement, for those who look after the debate: makes it one with another that says the same. */
export function JoinButton({ statement }: { statement: Statement }) {
  const { t } = useTranslation("moderation");
  const { debate, ids, me } = useDebate();
  const [isOpen, setOpen] = useState(false);
  const isOffered =
    me !== null &&
    me.id !== statement.author.id &&
    debate.can.schedule &&
    phasesToAddStatements.includes(debate.phase);
  if (!isOffered) return null;
  const subject = { kind: "statement" as const, id: statement.id };
  const thing = { subject, debateId: ids.debateId, excerpt: statement.text };
  return (
    <span data-no-print>
      <IconButton
        icon="link"
        size="small"
        label={t("join.open")}
        className="text-muted! hover:text-ink!"
        onClick={() => setOpen(true)}
      />
      {isOpen && <JoinDialog thing={thing} onClose={() => setOpen(false)} />}
    </span>
  );
}
