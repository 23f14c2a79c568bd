CREATE TABLE "decision_reasons" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"stance" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "decision_reasons_community_id_decision_id_place_pk" PRIMARY KEY("community_id","decision_id","place")
);
--> statement-breakpoint
ALTER TABLE "decision_reasons" ADD CONSTRAINT "decision_reasons_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;