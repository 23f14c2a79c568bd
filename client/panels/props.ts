import type { Community } from "#shared/contract/communities.ts";
import type { Panel } from "#shared/contract/panels.ts";

/** What each part of a panel's page is about. */
export interface PanelProps {
  panel: Panel;
  community: Community;
}
