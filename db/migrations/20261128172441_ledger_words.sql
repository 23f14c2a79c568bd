-- What people wrote stood in the clear in acts of before there was a ledger: from now on they commit to it by salt.
WITH "texts"("kind", "field") AS (VALUES
	('debate.phase-moved', 'reason'),
	('claim.%', 'reason'), ('structure-change.undone', 'reason'),
	('charter.rule-%', 'title'), ('charter.rule-%', 'text'), ('topic.%', 'name'), ('topic.%', 'description'),
	('holdings.snapshot-made', 'title'), ('holdings.snapshot-made', 'token'),
	('holdings.snapshot-made', 'source'), ('holdings.snapshot-made', 'link'),
	('decision.annulled', 'reason'), ('decision.cancelled', 'reason'), ('decision.tie-settled', 'reason'),
	('decision.outcome-written', 'text'),
	('decision.opened', 'title'), ('decision.opened', 'subject'), ('decision.opened', 'options'), ('decision.opened', 'snapshot')
), "found" AS MATERIALIZED (
	SELECT "act"."community_id", "act"."id", "act"."actor", "texts"."field", uuid_send(gen_random_uuid()) AS "salt",
		CASE jsonb_typeof("act"."payload" -> "texts"."field")
			WHEN 'string' THEN "act"."payload" ->> "texts"."field"
			ELSE ("act"."payload" -> "texts"."field")::text
		END AS "value"
	FROM "ledger_acts" "act" JOIN "texts" ON "act"."kind" LIKE "texts"."kind"
	WHERE jsonb_typeof("act"."payload" -> "texts"."field") <> 'null'
		AND NOT EXISTS (
			SELECT FROM "ledger_entries" "entry"
			WHERE "entry"."community_id" = "act"."community_id" AND "entry"."act_id" = "act"."id"
		)
		AND NOT EXISTS (
			SELECT FROM "ledger_queue" "queue"
			WHERE "queue"."community_id" = "act"."community_id" AND "queue"."act_id" = "act"."id"
		)
), "kept" AS (
	INSERT INTO "ledger_salts" ("community_id", "act_id", "field", "salt", "value", "actor")
	SELECT "community_id", "id", "field", "salt", "value", "actor" FROM "found"
)
UPDATE "ledger_acts" "act" SET "payload" = "act"."payload" || "fresh"."commitments"
FROM (
	SELECT "community_id", "id", jsonb_object_agg("field", jsonb_build_object(
		'commitment', encode(sha256("salt" || convert_to("value", 'UTF8')), 'base64')
	)) AS "commitments"
	FROM "found" GROUP BY "community_id", "id"
) "fresh"
WHERE "act"."community_id" = "fresh"."community_id" AND "act"."id" = "fresh"."id";
