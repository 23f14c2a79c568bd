CREATE TABLE "claim_marks" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_marks_community_id_claim_id_kind_pk" PRIMARY KEY("community_id","claim_id","kind")
);
--> statement-breakpoint
ALTER TABLE "claim_marks" ADD CONSTRAINT "claim_marks_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_marks_community_id_debate_id_index" ON "claim_marks" USING btree ("community_id","debate_id");