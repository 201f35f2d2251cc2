-- She is told that somebody else is looked for: once, and again within five seconds, when she was fetched while she
-- heard it. A minute later it says nothing any more. ARGV: 1 call, 2 now (ms)
-- Returns 1 she is to hear it.
local name = key('talk:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'moved', 'told')
if not seen[1] then
  return 0
elseif tonumber(seen[1]) + 60000 < tonumber(ARGV[2])
  or (seen[2] and tonumber(seen[2]) + 5000 < tonumber(ARGV[2])) then
  redis.call('HDEL', name, 'moved', 'told')
  return 0
end
redis.call('HSET', name, 'told', seen[2] or ARGV[2])
return 1
