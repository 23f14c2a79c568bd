CREATE TABLE "power_reports" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "power_reports_community_id_decision_id_pk" PRIMARY KEY("community_id","decision_id")
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "live_results" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "power_reports" ADD CONSTRAINT "power_reports_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;