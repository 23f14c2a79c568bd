import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { PanelQuestion } from "#shared/contract/panel-room.ts";
import { FlagButton, Moderated, usePlace } from "../../moderation/public.ts";
import { Markdown } from "../../ui/markdown.tsx";

interface HeardProps {
  kind: "testimony" | "answer";
  id: string;
  said: Pick<NonNullable<PanelQuestion["answer"]>, "text" | "moderation" | "isMine">;
}

/** What is said in the panel's hearing, or the rule under which it is hidden. */
export function Heard({ kind, id, said: { text, moderation, isMine } }: HeardProps) {
  const { me } = usePlace();
  return (
    <Moderated subject={{ kind, id }} mark={moderation} authorId={(isMine && me?.id) || ""}>
      <Markdown source={text} top={4} />
    </Moderated>
  );
}

/** Reports it, for who has not said it. */
export function FlagHeard({ kind, id, said: { moderation, isMine } }: HeardProps) {
  if (isMine || isOutOfSight(moderation)) return null;
  return <FlagButton subject={{ kind, id }} authorId={null} />;
}
