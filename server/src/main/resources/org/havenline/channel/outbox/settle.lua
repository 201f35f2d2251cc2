-- Says what became of the head of an outbox lane, and goes on to the next.
-- ARGV: 1 lane, 2 epoch of the claim, 3 message, 4 state, 5 rank, 6 the provider's id or "",
--       7 error code, 8 now (ms), 9 lease (ms), 10 how long the provider's id is known (ms)
-- Returns {1, next head or nothing}; {0} when the claim is old.
local lane, message, now = ARGV[1], ARGV[3], ARGV[8]

if not holds('outbox', lane, ARGV[2])
  or redis.call('LINDEX', key('outbox:' .. lane), 0) ~= message then
  return {0}
end
if ARGV[6] ~= '' then
  redis.call('HSET', key('message:' .. message), 'sid', ARGV[6])
  redis.call('SET', key('sid-out:' .. ARGV[6]), message, 'PX', ARGV[10])
end
advance_state(message, ARGV[4], tonumber(ARGV[5]), ARGV[7], now)
return {1, advance('outbox', lane, now, ARGV[9])}
