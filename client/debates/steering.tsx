import { lazy, Suspense, useState } from "react";
import type { SteerDialogsProps } from "./steer-dialogs.tsx";

const SteerDialogs = lazy(async () => ({
  default: (await import("./steer-dialogs.tsx")).SteerDialogs,
}));

/** The dialogs of steering, fetched once somebody steers. They stay then: a dialog gives the focus back as it closes. */
export function Steering(props: SteerDialogsProps) {
  const [isWanted, setIsWanted] = useState(false);
  if (props.steering !== null && !isWanted) setIsWanted(true);
  if (!isWanted) return null;
  return (
    <Suspense>
      <SteerDialogs {...props} />
    </Suspense>
  );
}
