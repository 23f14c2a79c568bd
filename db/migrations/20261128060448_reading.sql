CREATE TABLE "bookmarks" (
	"community_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmarks_community_id_account_id_subject_id_pk" PRIMARY KEY("community_id","account_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "debate_stances" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"stance" text NOT NULL,
	CONSTRAINT "debate_stances_community_id_debate_id_account_id_pk" PRIMARY KEY("community_id","debate_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "reading_markers" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"up_to" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reading_markers_community_id_account_id_debate_id_pk" PRIMARY KEY("community_id","account_id","debate_id")
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debate_stances" ADD CONSTRAINT "debate_stances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debate_stances" ADD CONSTRAINT "debate_stances_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_markers" ADD CONSTRAINT "reading_markers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_markers" ADD CONSTRAINT "reading_markers_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookmarks_account_id_id_index" ON "bookmarks" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "debate_stances_account_id_index" ON "debate_stances" USING btree ("account_id");