import { cx } from "./cx.ts";

/** Line drawings on a 20-point grid, 1.6 wide, in the colour of the text around them. */
const drawings = {
  pro: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6.5v7M6.5 10h7",
  con: "M3.5 3.5h13v13h-13ZM6.5 10h7",
  question:
    "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.8 7.9c0-2.9 4.5-2.8 4.5-.1 0 1.7-2.2 1.7-2.2 3.6M10 14.1v.1",
  position: "M4 17.5v-15M4 3.5h11.5l-2.6 4 2.6 4H4",
  evidence: "M5 2.5h6.5l3.5 3.5v11.5H5ZM11.5 2.5V6H15M7.5 10h5M7.5 13h5",
  statement: "M3 4.5h14v9.5H9l-3.5 3V14H3Z",
  decision: "M3 10.5h14v6.5H3ZM6.5 10.5 8 3h6.5l-1 7.5M7 13.7h6",
  outcome:
    "M10 2.5 12 5l3.1-.1.5 3.1L18 10l-2.4 2-.5 3.1L12 15l-2 2.5L8 15l-3.1.1-.5-3.1L2 10l2.4-2 .5-3.1L8 5ZM7.3 10.2l1.9 1.9 3.5-4",
  activity: "M2.5 10H6l2.2-6 3.6 12L14 10h3.5",
  reply: "M8 4.5 3.5 9 8 13.5M3.5 9H12c3 0 4.5 2 4.5 6.5",
  edit: "m12.5 4.5 3 3L7 16l-4 1 1-4ZM11 6l3 3",
  withdraw: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM4.8 4.8l10.4 10.4",
  undo: "M7.5 4 4 7.5 7.5 11M4 7.5h7a4.5 4.5 0 0 1 0 9H8",
  bookmark: "M5.5 2.5h9v15L10 14l-4.5 3.5Z",
  pin: "M7 2.5h6l-.8 5.5 2.8 3H5l2.8-3ZM10 11v6.5",
  star: "m10 2.5 2.3 5 5.2.6-3.9 3.6 1.1 5.3-4.7-2.7L5.3 17l1.1-5.3-3.9-3.6 5.2-.6Z",
  tag: "M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5ZM6.8 6.7v.1",
  clock: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 5.8V10l3 2",
  lock: "M4.5 9h11v8.5h-11ZM7 9V6a3 3 0 0 1 6 0v3",
  globe:
    "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM2.5 10h15M10 2.5c5 4.5 5 10.5 0 15-5-4.5-5-10.5 0-15Z",
  person: "M10 3a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 10 3ZM3.5 17c.5-7 12.5-7 13 0",
  people:
    "M7.5 4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM2 16.5c.4-6 10.6-6 11 0M13 4.3a2.8 2.8 0 0 1 0 5.2M15 11.8c1.8.7 2.9 2.3 3 4.7",
  delegate:
    "M5 3.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM15 11.9a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM7.5 7.6l4.6 4.3M8.6 12.4h3.9V8.5",
  check: "m4 10.5 4 4L16 6",
  close: "m5 5 10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  level: "M4.5 7.5h11M4.5 12.5h11",
  arrow: "M4 10h12M11 5l5 5-5 5",
  chevron: "m7.5 5 5 5-5 5",
  down: "m5 7.5 5 5 5-5",
  up: "m5 12.5 5-5 5 5",
  menu: "M3 6h14M3 10h14M3 14h14",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  moon: "M16.5 11.8A7 7 0 1 1 8.2 3.5a5.5 5.5 0 0 0 8.3 8.3Z",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.8v1.7M10 16.5v1.7M1.8 10h1.7M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M4.2 15.8l1.2-1.2M14.6 5.4l1.2-1.2",
  screen: "M2.5 4h15v9.5h-15ZM7 17h6M10 13.5V17",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4",
  link: "M8.5 11.5 11.5 8.5M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2",
  external: "M11.5 3.5h5v5M16.5 3.5 9.5 10.5M8 4.5H3.5v12h12V12",
  flag: "M4.5 17.5v-15M4.5 3.5c4-2.5 7 2.5 11 0v7.5c-4 2.5-7-2.5-11 0",
  scales:
    "M10 3v13.5M6.5 16.5h7M3.5 5.5h13M4 5.5 2 10.5c.4 2.2 3.6 2.2 4 0ZM16 5.5l-2 5c.4 2.2 3.6 2.2 4 0Z",
  history: "M3.5 10A6.5 6.5 0 1 0 6 4.9M3 3.5 3.5 7 7 6.5M10 6.5V10l2.5 1.5",
  bell: "M4.5 14c2-2 .5-9 5.5-9s3.5 7 5.5 9ZM10 5V3M8.3 16.5c.8 1.3 2.6 1.3 3.4 0",
  mute: "M4.5 14c2-2 .5-9 5.5-9s3.5 7 5.5 9ZM10 5V3M8.3 16.5c.8 1.3 2.6 1.3 3.4 0M3 3l14 14",
  hide: "M3 10c3.4-6 10.6-6 14 0-3.4 6-10.6 6-14 0ZM10 7.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM4 16.5l12-13",
  filter: "M3 5h14M5.5 10h9M8 15h4",
  settings:
    "M3 6h8M15 6h2M3 14h2M9 14h8M13 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM7 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
  copy: "M7 7h9.5v9.5H7ZM13 7V3.5H3.5V13H7",
  download: "M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13",
  upload: "M10 13V3.5M6 7l4-4 4 4M3.5 16.5h13",
  table: "M3 4h14v12H3ZM3 8h14M8 8v8",
  chart: "M3.5 3v13.5H17M7 13.5V10M11 13.5V5.5M15 13.5V8",
  warning: "M10 3 2.5 16.5h15ZM10 8v4M10 14.2v.1",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 9.5v4M10 6.5v.1",
  offline:
    "M3 3l14 14M2.5 8.5C4 7.2 5.6 6.4 7.3 6M17.5 8.5a11 11 0 0 0-6.3-2.9M5.5 12a6.4 6.4 0 0 1 4-1.9M14.5 12l-.8-.6M10 15.5v.1",
  mail: "M2.5 4.5h15v11h-15ZM2.5 5.5l7.5 6 7.5-6",
  drag: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
  draft: "M4 16.5h12M4 12.5l8.5-8.5 2 2L6 14.5l-2.5.5Z",
  framing: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7.5 10h5",
  archive: "M3 4h14v3.5H3ZM4.5 7.5v9h11v-9M8 10.5h4",
  bolt: "M11 2.5 4.5 11.5H10l-1 6 6.5-9H10Z",
  rings:
    "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM10 2.5V7M4.4 15l3.3-3.1M15.6 15l-3.3-3.1",
  key: "M6.5 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM9.7 10h7.8v3M14.5 10v2.2",
  logout: "M8 3.5H3.5v13H8M8.5 10H17M13.5 6.5 17 10l-3.5 3.5",
} as const;

export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings) as IconName[];

/** Drawings that point along the line of reading, and so turn round in right-to-left. */
const directed = new Set<IconName>(["reply", "undo", "arrow", "chevron", "external", "logout"]);
const thick = new Set<IconName>(["more", "drag"]);

interface IconProps {
  name: IconName;
  /** In pixels; 20 unless said. */
  size?: number | undefined;
  className?: string | undefined;
}

/** A drawing beside words. It says nothing by itself: the words, or the button's label, do. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={thick.has(name) ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx("inline-block shrink-0", directed.has(name) && "rtl:-scale-x-100", className)}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
