export { CommunityCalendar } from "./community-calendar.tsx";
export { OwnCalendar } from "./own-calendar.tsx";
