export {
  type CardContent,
  type CardFacts,
  type CardIncident,
  cardFormat,
  cardVersion,
  type Evaluation,
  type ExportedCard,
  exportCard,
  isAsWritten,
  type LinkKind,
  linkKinds,
  type SystemKind,
  systemKinds,
} from "./card.ts";
export {
  deadlineOf,
  type IncidentTerms,
  isOverdue,
  type SeverityTerms,
  usualTerms,
} from "./deadline.ts";
export {
  type Hand,
  type IncidentState,
  incidentStates,
  incidentSteps,
  refusedStep,
  type Severity,
  severities,
  stepsFor,
} from "./incident.ts";
