CREATE TABLE "embeddings" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"sites" text[] NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "embeddings_community_id_debate_id_pk" PRIMARY KEY("community_id","debate_id")
);
--> statement-breakpoint
ALTER TABLE "embeddings" ADD CONSTRAINT "embeddings_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;