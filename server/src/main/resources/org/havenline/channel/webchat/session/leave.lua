-- A page was left: the chat ends at this time, unless it is heard of before.
-- ARGV: 1 chat, 2 when (ms)
local ckey = key('chat:' .. ARGV[1])

if redis.call('EXISTS', ckey) == 0 then
  return 0
end
redis.call('HSET', ckey, 'ends', ARGV[2])
redis.call('ZADD', key('timers'), ARGV[2], 'chat|' .. ARGV[1])
return 1
