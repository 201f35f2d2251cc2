-- A call is about to record: written down before it does, so that the provider is asked later whatever was reported.
-- ARGV: 1 call, 2 when the provider is asked (ms), 3 so often at most, 4 kept for (ms)
-- Returns 1, or 0 when it must not any more.
local name, lane = key('tapes-of:' .. ARGV[1]), key('tapes:' .. ARGV[1])
if tonumber(redis.call('HGET', name, 'begun') or 0) >= tonumber(ARGV[3]) then
  return 0
end
redis.call('HINCRBY', name, 'begun', 1)
redis.call('HSET', name, 'ask', ARGV[2])
redis.call('PEXPIRE', name, ARGV[4])
if redis.call('LLEN', lane) == 0 then
  redis.call('RPUSH', lane, 'look')
  redis.call('ZADD', key('tapes'), ARGV[2], ARGV[1])
elseif redis.call('HEXISTS', key('tapes:claims'), ARGV[1]) == 1 then
  redis.call('RPUSH', lane, 'look')
end
return 1
