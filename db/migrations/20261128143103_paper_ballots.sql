CREATE TABLE "paper_ballots" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"ballot" jsonb NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by_id" uuid,
	CONSTRAINT "paper_ballots_community_id_decision_id_voter_id_pk" PRIMARY KEY("community_id","decision_id","voter_id")
);
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "is_on_paper" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "takes_paper" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "paper_tally" jsonb;--> statement-breakpoint
ALTER TABLE "paper_ballots" ADD CONSTRAINT "paper_ballots_community_id_decision_id_voter_id_electors_community_id_decision_id_participant_id_fk" FOREIGN KEY ("community_id","decision_id","voter_id") REFERENCES "public"."electors"("community_id","decision_id","participant_id") ON DELETE no action ON UPDATE no action;