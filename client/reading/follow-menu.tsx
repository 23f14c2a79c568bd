import { useTranslation } from "react-i18next";
import { type Stance, stances } from "#shared/contract/reading.ts";
import { useAccount } from "../lib/session.ts";
import { Button } from "../ui/button.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Menu, MenuChoice, MenuGroup } from "../ui/menu.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { useFollow, useReading } from "./use-reading.ts";

const icons: Record<Stance, IconName> = { following: "bell", own: "bell", muted: "mute" };

/** In the head of a debate: what one is told of it. */
export function FollowMenu() {
  const { t } = useTranslation("reading");
  const account = useAccount();
  const reading = useReading();
  const errorText = useErrorText();
  const follow = useFollow();
  if (!account) return null;
  const stance = reading?.stance ?? "own";
  const choose = (chosen: Stance) =>
    follow.mutate(chosen, {
      onError: (error) => toast({ ...errorText(error), tone: "danger" }),
    });
  return (
    <Menu
      label={t("follow.label")}
      trigger={(trigger) => (
        <Button icon={icons[stance]} iconAfter="down" busy={follow.isPending} {...trigger}>
          {t(`follow.is.${stance}`)}
        </Button>
      )}
    >
      <MenuGroup label={t("follow.label")}>
        {stances.map((one) => (
          <MenuChoice
            key={one}
            checked={one === stance}
            hint={t(`follow.hint.${one}`)}
            onSelect={() => choose(one)}
          >
            {t(`follow.choice.${one}`)}
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  );
}
