CREATE TABLE "evidence_reviews" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_reviews_community_id_evidence_id_participant_id_pk" PRIMARY KEY("community_id","evidence_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "evidence_reviews" ADD CONSTRAINT "evidence_reviews_community_id_evidence_id_evidence_community_id_id_fk" FOREIGN KEY ("community_id","evidence_id") REFERENCES "public"."evidence"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_reviews_community_id_debate_id_index" ON "evidence_reviews" USING btree ("community_id","debate_id");