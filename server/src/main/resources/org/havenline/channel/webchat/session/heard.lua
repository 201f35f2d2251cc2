-- The page of a chat is heard of.
-- ARGV: 1 chat, 2 now (ms), 3 how long it may be silent (ms)
-- Returns language, chosen, young, contact, before; nothing when the chat is over.
local ckey = key('chat:' .. ARGV[1])
local now = tonumber(ARGV[2])

local chat = redis.call('HMGET', ckey, 'language', 'chosen', 'young', 'contact', 'before', 'ends', 'heard')
if not chat[1] or (chat[6] and tonumber(chat[6]) <= now) or tonumber(chat[7]) + ARGV[3] <= now then
  return {}
end
redis.call('HDEL', ckey, 'ends')
redis.call('HSET', ckey, 'heard', now)
redis.call('ZADD', key('timers'), now + ARGV[3], 'chat|' .. ARGV[1])
return {chat[1], chat[2], chat[3], chat[4], chat[5]}
