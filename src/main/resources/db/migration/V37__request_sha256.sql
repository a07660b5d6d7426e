-- Of a request whose body is not held in memory: the SHA-256 of that body, which a later request with the same key must have,
-- or it would be told of a photo that it did not send. Null for other requests, and for answers of earlier versions.
alter table idempotency_key add column request_sha256 bytea;
