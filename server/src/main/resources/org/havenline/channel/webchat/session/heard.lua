-- The page of a chat is heard of.
-- ARGV: 1 chat, 2 now (ms), 3 how long it may be silent (ms)
-- Returns person, language, chosen, young, contact, before; nothing when the chat is over.
local ckey = key('chat:' .. ARGV[1])
local now = tonumber(ARGV[2])

local seen = redis.call('HMGET', ckey, 'ends', 'heard')
if not seen[2] or (seen[1] and tonumber(seen[1]) <= now) or tonumber(seen[2]) + ARGV[3] <= now then
  return {}
end
redis.call('HDEL', ckey, 'ends')
redis.call('HSET', ckey, 'heard', now)
redis.call('ZADD', key('timers'), now + ARGV[3], 'chat|' .. ARGV[1])
return redis.call('HMGET', ckey, 'person', 'language', 'chosen', 'young', 'contact', 'before')
