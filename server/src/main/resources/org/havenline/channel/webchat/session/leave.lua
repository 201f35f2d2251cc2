-- A page was left: the chat ends at this time, unless it is heard of before.
-- ARGV: 1 its token by its hash, 2 when (ms)
-- Returns the chat; "" when it is over, or goes on by another token.
local chat = redis.call('GET', key('chat-of:' .. ARGV[1])) or ARGV[1]
local ckey = key('chat:' .. chat)

local seen = redis.call('HMGET', ckey, 'heard', 'token')
if not seen[1] or (seen[2] and seen[2] ~= ARGV[1]) then
  return ''
end
redis.call('HSET', ckey, 'ends', ARGV[2])
redis.call('ZADD', key('timers'), ARGV[2], 'chat|' .. chat)
return chat
