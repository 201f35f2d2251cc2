-- Leaves the head of an outbox lane for later.
-- ARGV: 1 lane, 2 epoch of the claim, 3 message, 4 due again (ms), 5 queued or sending
-- Returns 1, or 0 when the claim is old.
local lane, message = ARGV[1], ARGV[3]
if not holds('outbox', lane, ARGV[2]) then
  return 0
end
-- a report may have come meanwhile; what it says stays
if tonumber(redis.call('HGET', key('message:' .. message), 'rank') or 0) <= 1 then
  redis.call('HSET', key('message:' .. message), 'state', ARGV[5])
end
redis.call('HDEL', key('outbox:claims'), lane)
redis.call('HDEL', key('outbox:tries'), lane)
redis.call('ZADD', key('outbox'), ARGV[4], lane)
return 1
